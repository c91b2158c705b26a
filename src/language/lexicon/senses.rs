//! The kinds of things that a form is known to name, as a set of bits.

use std::ops::{BitOr, BitOrAssign};

/// A set of senses; empty for a form that no list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Senses(u64);

impl Senses {
    /// A state, disputed or past ones and territories too, under any of its names.
    pub const STATE: Self = Self(1);
    /// A continent, a region, a water or mountains.
    pub const REGION: Self = Self(1 << 1);
    /// A part of a state: a US state, a nation of the United Kingdom, a province.
    pub const PROVINCE: Self = Self(1 << 2);
    pub const CAPITAL: Self = Self(1 << 3);
    /// A building, street or office that stands for a government.
    pub const SEAT: Self = Self(1 << 4);
    pub const ADJECTIVE: Self = Self(1 << 5);
    pub const DEMONYM: Self = Self(1 << 6);
    pub const CITY: Self = Self(1 << 7);
    /// A union of states or an international body.
    pub const BODY: Self = Self(1 << 8);
    pub const PARLIAMENT: Self = Self(1 << 9);
    pub const AGENCY: Self = Self(1 << 10);
    pub const PARTY: Self = Self(1 << 11);
    /// An armed group.
    pub const ARMED: Self = Self(1 << 12);
    pub const COMPANY: Self = Self(1 << 13);
    pub const MEDIA: Self = Self(1 << 14);
    /// Charities, think tanks, unions, universities, clubs.
    pub const CIVIL: Self = Self(1 << 15);
    pub const GIVEN_FEMALE: Self = Self(1 << 16);
    pub const GIVEN_MALE: Self = Self(1 << 17);
    pub const SURNAME: Self = Self(1 << 18);
    pub const PEOPLE: Self = Self(1 << 19);
    pub const FAITH: Self = Self(1 << 20);
    /// Those who follow a party or a cause: `Republicans`.
    pub const FOLLOWER: Self = Self(1 << 21);
    pub const DOCTRINE: Self = Self(1 << 22);
    pub const MONTH: Self = Self(1 << 23);
    pub const WEEKDAY: Self = Self(1 << 24);
    pub const FEAST: Self = Self(1 << 25);
    pub const HONORIFIC: Self = Self(1 << 26);
    pub const RANK: Self = Self(1 << 27);
    pub const OFFICE: Self = Self(1 << 28);
    /// Work or kin: `analyst`, `wife`.
    pub const ROLE: Self = Self(1 << 29);
    /// Words that a name of an organization ends in.
    pub const ORGANIZATION_HEAD: Self = Self(1 << 30);
    pub const PLACE_HEAD: Self = Self(1 << 31);
    /// Words that a name of neither ends in: laws, wars, works.
    pub const OTHER_HEAD: Self = Self(1 << 32);

    pub const ANY_PLACE: Self =
        Self(Self::STATE.0 | Self::REGION.0 | Self::PROVINCE.0 | Self::CAPITAL.0 | Self::CITY.0);
    pub const ANY_ORGANIZATION: Self = Self(
        Self::BODY.0
            | Self::PARLIAMENT.0
            | Self::AGENCY.0
            | Self::PARTY.0
            | Self::ARMED.0
            | Self::COMPANY.0
            | Self::MEDIA.0
            | Self::CIVIL.0,
    );
    pub const ANY_GROUP: Self = Self(
        Self::ADJECTIVE.0 | Self::DEMONYM.0 | Self::PEOPLE.0 | Self::FAITH.0 | Self::FOLLOWER.0,
    );
    pub const GIVEN: Self = Self(Self::GIVEN_FEMALE.0 | Self::GIVEN_MALE.0);
    pub const ANY_TITLE: Self =
        Self(Self::HONORIFIC.0 | Self::RANK.0 | Self::OFFICE.0 | Self::ROLE.0);
    pub const CALENDAR: Self = Self(Self::MONTH.0 | Self::WEEKDAY.0 | Self::FEAST.0);

    /// Whether it has at least one of `senses`.
    pub const fn any(self, senses: Self) -> bool {
        self.0 & senses.0 != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// One bit for each sense.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The sense that a kind of `organizations.tsv`, `groups.tsv`, `calendar.tsv` or `titles.tsv` stands for.
    pub(super) fn of_list(kind: &str) -> Self {
        match kind {
            "parliament" => Self::PARLIAMENT,
            "agency" => Self::AGENCY,
            "party" => Self::PARTY,
            "armed" => Self::ARMED,
            "company" => Self::COMPANY,
            "media" => Self::MEDIA,
            "civil" => Self::CIVIL,
            "people" => Self::PEOPLE,
            "faith" => Self::FAITH,
            "follower" => Self::FOLLOWER,
            "doctrine" => Self::DOCTRINE,
            "month" => Self::MONTH,
            "weekday" => Self::WEEKDAY,
            "feast" => Self::FEAST,
            "honorific" => Self::HONORIFIC,
            "rank" => Self::RANK,
            "office" => Self::OFFICE,
            "role" => Self::ROLE,
            _ => Self::default(),
        }
    }
}

impl BitOr for Senses {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Senses {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
