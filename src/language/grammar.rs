//! The labels of Universal Dependencies and the Penn treebank, and their names.

/// Universal part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Universal relations with the subtypes that English treebanks use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deprel {
    Acl,
    AclRelcl,
    Advcl,
    AdvclRelcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjOuter,
    CsubjPass,
    Dep,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodDesc,
    NmodPoss,
    NmodUnmarked,
    Nsubj,
    NsubjOuter,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblUnmarked,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
}

/// The Penn tags, in order.
pub const XPOS: &[&str] = &[
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW",
    "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
    "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
    "VBZ", "WDT", "WP", "WP$", "WRB", "``",
];

const UPOS: &[(Upos, &str)] = &[
    (Upos::Adj, "ADJ"),
    (Upos::Adp, "ADP"),
    (Upos::Adv, "ADV"),
    (Upos::Aux, "AUX"),
    (Upos::Cconj, "CCONJ"),
    (Upos::Det, "DET"),
    (Upos::Intj, "INTJ"),
    (Upos::Noun, "NOUN"),
    (Upos::Num, "NUM"),
    (Upos::Part, "PART"),
    (Upos::Pron, "PRON"),
    (Upos::Propn, "PROPN"),
    (Upos::Punct, "PUNCT"),
    (Upos::Sconj, "SCONJ"),
    (Upos::Sym, "SYM"),
    (Upos::Verb, "VERB"),
    (Upos::X, "X"),
];

const DEPREL: &[(Deprel, &str)] = &[
    (Deprel::Acl, "acl"),
    (Deprel::AclRelcl, "acl:relcl"),
    (Deprel::Advcl, "advcl"),
    (Deprel::AdvclRelcl, "advcl:relcl"),
    (Deprel::Advmod, "advmod"),
    (Deprel::Amod, "amod"),
    (Deprel::Appos, "appos"),
    (Deprel::Aux, "aux"),
    (Deprel::AuxPass, "aux:pass"),
    (Deprel::Case, "case"),
    (Deprel::Cc, "cc"),
    (Deprel::CcPreconj, "cc:preconj"),
    (Deprel::Ccomp, "ccomp"),
    (Deprel::Compound, "compound"),
    (Deprel::CompoundPrt, "compound:prt"),
    (Deprel::Conj, "conj"),
    (Deprel::Cop, "cop"),
    (Deprel::Csubj, "csubj"),
    (Deprel::CsubjOuter, "csubj:outer"),
    (Deprel::CsubjPass, "csubj:pass"),
    (Deprel::Dep, "dep"),
    (Deprel::Det, "det"),
    (Deprel::DetPredet, "det:predet"),
    (Deprel::Discourse, "discourse"),
    (Deprel::Dislocated, "dislocated"),
    (Deprel::Expl, "expl"),
    (Deprel::Fixed, "fixed"),
    (Deprel::Flat, "flat"),
    (Deprel::Goeswith, "goeswith"),
    (Deprel::Iobj, "iobj"),
    (Deprel::List, "list"),
    (Deprel::Mark, "mark"),
    (Deprel::Nmod, "nmod"),
    (Deprel::NmodDesc, "nmod:desc"),
    (Deprel::NmodPoss, "nmod:poss"),
    (Deprel::NmodUnmarked, "nmod:unmarked"),
    (Deprel::Nsubj, "nsubj"),
    (Deprel::NsubjOuter, "nsubj:outer"),
    (Deprel::NsubjPass, "nsubj:pass"),
    (Deprel::Nummod, "nummod"),
    (Deprel::Obj, "obj"),
    (Deprel::Obl, "obl"),
    (Deprel::OblAgent, "obl:agent"),
    (Deprel::OblUnmarked, "obl:unmarked"),
    (Deprel::Orphan, "orphan"),
    (Deprel::Parataxis, "parataxis"),
    (Deprel::Punct, "punct"),
    (Deprel::Reparandum, "reparandum"),
    (Deprel::Root, "root"),
    (Deprel::Vocative, "vocative"),
    (Deprel::Xcomp, "xcomp"),
];

impl Upos {
    /// How the treebanks write it.
    pub fn name(self) -> &'static str {
        UPOS.get(self as usize).map_or("X", |&(_, name)| name)
    }

    pub fn from_name(name: &str) -> Option<Self> {
        UPOS.iter().find(|(_, known)| *known == name).map(|&(upos, _)| upos)
    }

    /// All of them, in the order of their numbers.
    pub fn all() -> impl Iterator<Item = Self> {
        UPOS.iter().map(|&(upos, _)| upos)
    }

    /// Whether it is a noun, a name or a pronoun.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Propn | Self::Pron)
    }
}

impl Deprel {
    /// How the treebanks write it, subtype included.
    pub fn name(self) -> &'static str {
        DEPREL.get(self as usize).map_or("dep", |&(_, name)| name)
    }

    pub fn from_name(name: &str) -> Option<Self> {
        DEPREL.iter().find(|(_, known)| *known == name).map(|&(deprel, _)| deprel)
    }

    /// All of them, in the order of their numbers.
    pub fn all() -> impl Iterator<Item = Self> {
        DEPREL.iter().map(|&(deprel, _)| deprel)
    }

    /// The subject of a clause, of whatever kind.
    pub fn is_subject(self) -> bool {
        matches!(
            self,
            Self::Nsubj
                | Self::NsubjPass
                | Self::NsubjOuter
                | Self::Csubj
                | Self::CsubjPass
                | Self::CsubjOuter
        )
    }

    /// Whether the dependent is a clause of its own.
    pub fn is_clausal(self) -> bool {
        matches!(
            self,
            Self::Acl
                | Self::AclRelcl
                | Self::Advcl
                | Self::AdvclRelcl
                | Self::Ccomp
                | Self::Csubj
                | Self::CsubjOuter
                | Self::CsubjPass
                | Self::Parataxis
                | Self::Xcomp
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_the_order_of_the_labels() {
        assert!(UPOS.iter().enumerate().all(|(idx, &(upos, _))| upos as usize == idx));
        assert!(DEPREL.iter().enumerate().all(|(idx, &(deprel, _))| deprel as usize == idx));
        assert_eq!(Deprel::from_name("nmod:poss").map(Deprel::name), Some("nmod:poss"));
        assert!(XPOS.is_sorted());
    }
}
