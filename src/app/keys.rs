//! Which keys mean which command.
//!
//! Single letters act only while no text field has the focus, and can be switched off. Copying with
//! Ctrl+C reaches us as an event of its own, as do Enter and arrows where a control has the focus.

use eframe::egui::{Context, Event, Id, Key, Modifiers};

use super::command::Command;
use super::listing::Section;

pub(super) struct Binding {
    pub modifiers: Modifiers,
    pub key: Key,
    pub command: Command,
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn bind(modifiers: Modifiers, key: Key, command: Command) -> Binding {
    Binding { modifiers, key, command }
}

/// All keys; the first of a command is the one shown beside it.
pub(super) static BINDINGS: [Binding; 71] = [
    bind(CTRL, Key::O, Command::OpenDialog),
    bind(CTRL, Key::V, Command::Paste),
    bind(CTRL, Key::E, Command::ShowRecent),
    bind(CTRL, Key::R, Command::Reload),
    bind(CTRL, Key::W, Command::CloseTab),
    bind(CTRL_SHIFT, Key::T, Command::ReopenTab),
    bind(CTRL, Key::Tab, Command::NextTab),
    bind(CTRL_SHIFT, Key::Tab, Command::PreviousTab),
    bind(CTRL, Key::S, Command::Export),
    bind(CTRL, Key::C, Command::Copy),
    bind(CTRL_SHIFT, Key::C, Command::CopySummary),
    bind(NONE, Key::C, Command::CopyItem),
    bind(SHIFT, Key::C, Command::CopyItemWithReference),
    bind(ALT, Key::ArrowLeft, Command::Back),
    bind(ALT, Key::ArrowRight, Command::Forward),
    bind(NONE, Key::F6, Command::OtherPane),
    bind(NONE, Key::J, Command::Next),
    bind(NONE, Key::ArrowDown, Command::Next),
    bind(NONE, Key::K, Command::Previous),
    bind(NONE, Key::ArrowUp, Command::Previous),
    bind(SHIFT, Key::J, Command::NextPart),
    bind(SHIFT, Key::K, Command::PreviousPart),
    bind(SHIFT, Key::ArrowDown, Command::NextPart),
    bind(SHIFT, Key::ArrowUp, Command::PreviousPart),
    bind(NONE, Key::PageDown, Command::PageDown),
    bind(NONE, Key::Space, Command::PageDown),
    bind(NONE, Key::PageUp, Command::PageUp),
    bind(SHIFT, Key::Space, Command::PageUp),
    bind(NONE, Key::Home, Command::ToStart),
    bind(NONE, Key::End, Command::ToEnd),
    bind(NONE, Key::Num1, Command::GoTo(Section::Summary)),
    bind(NONE, Key::Num2, Command::GoTo(Section::Actors)),
    bind(NONE, Key::Num3, Command::GoTo(Section::Positions)),
    bind(NONE, Key::Num4, Command::GoTo(Section::Questions)),
    bind(NONE, Key::Num5, Command::GoTo(Section::Timeline)),
    bind(NONE, Key::Num6, Command::GoTo(Section::LeftOut)),
    bind(NONE, Key::Num7, Command::GoTo(Section::Voices)),
    bind(NONE, Key::Num8, Command::GoTo(Section::Figures)),
    bind(NONE, Key::Enter, Command::ShowPartner),
    bind(SHIFT, Key::Enter, Command::GoToPartner),
    bind(NONE, Key::O, Command::GoToPartner),
    bind(NONE, Key::N, Command::NextMention),
    bind(SHIFT, Key::N, Command::PreviousMention),
    bind(NONE, Key::CloseBracket, Command::NextPiece),
    bind(NONE, Key::OpenBracket, Command::PreviousPiece),
    bind(NONE, Key::V, Command::OtherView),
    bind(NONE, Key::P, Command::Pin),
    bind(NONE, Key::F, Command::Filter),
    bind(NONE, Key::A, Command::AuthorView),
    bind(NONE, Key::U, Command::LeftOut),
    bind(NONE, Key::L, Command::LightAll),
    bind(NONE, Key::D, Command::Density),
    bind(NONE, Key::S, Command::SwapPanes),
    bind(NONE, Key::T, Command::NextTheme),
    bind(CTRL, Key::F, Command::Find),
    bind(NONE, Key::Slash, Command::Find),
    bind(NONE, Key::F3, Command::FindNext),
    bind(SHIFT, Key::F3, Command::FindPrevious),
    bind(CTRL, Key::G, Command::FindNext),
    bind(CTRL, Key::Plus, Command::LargerText),
    bind(CTRL, Key::Equals, Command::LargerText),
    bind(CTRL, Key::Minus, Command::SmallerText),
    bind(CTRL, Key::Num0, Command::UsualText),
    bind(NONE, Key::X, Command::MarkWrong),
    bind(CTRL, Key::Z, Command::Undo),
    bind(CTRL, Key::K, Command::Palette),
    bind(CTRL, Key::Comma, Command::Reading),
    bind(NONE, Key::F1, Command::Keys),
    bind(SHIFT, Key::Questionmark, Command::Keys),
    bind(NONE, Key::Escape, Command::Escape),
    bind(CTRL, Key::Q, Command::Quit),
];

/// How a command's key is written; empty where it has none.
pub(super) fn text(command: &Command) -> String {
    let binding = BINDINGS.iter().find(|binding| binding.command == *command);
    binding.map(|binding| spelled(binding.modifiers, binding.key)).unwrap_or_default()
}

pub(super) fn spelled(modifiers: Modifiers, key: Key) -> String {
    let mut words = String::new();
    for (held, name) in
        [(modifiers.command, "Ctrl+"), (modifiers.alt, "Alt+"), (modifiers.shift, "Shift+")]
    {
        if held {
            words.push_str(name);
        }
    }
    let name = match key {
        Key::ArrowLeft => "Left",
        Key::ArrowRight => "Right",
        Key::ArrowUp => "Up",
        Key::ArrowDown => "Down",
        Key::CloseBracket => "]",
        Key::OpenBracket => "[",
        Key::Slash => "/",
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Comma => ",",
        Key::Equals => "=",
        other => other.name(),
    };
    if words.is_empty() && name.chars().count() == 1 {
        // As it is typed: "C" is Shift and the letter.
        words.push_str(&name.to_lowercase());
    } else {
        words.push_str(name);
    }
    words
}

/// What has the keyboard's focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// A text field: only keys that no field uses count.
    Field,
    /// A button or the like, which Enter, space and arrows belong to.
    Control,
    /// A card, a link, or nothing.
    Pane,
    /// Something lies over the panes: only keys that open or close it count.
    Overlay,
}

/// The commands of the keys pressed in this frame. `letters`: whether single letters act.
pub(super) fn pressed(ctx: &Context, focus: Focus, letters: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    let id = Id::unique("heard of the key V");
    let mut heard = ctx.data(|data| data.get_temp(id).unwrap_or(false));
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            // Where the clipboard holds no plain text, Ctrl+V sends neither a paste nor its key, but the key is let go.
            if let Event::Key { key: Key::V | Key::Paste, pressed, .. } = event {
                let heard = std::mem::replace(&mut heard, *pressed);
                if !pressed && !heard && matches!(focus, Focus::Pane | Focus::Control) {
                    commands.push(Command::Paste);
                }
            }
            let Event::Key { key, pressed: true, modifiers, .. } = event else {
                heard |= matches!(event, Event::Paste(_) | Event::PasteImage(_));
                if matches!(event, Event::Copy) && focus != Focus::Field {
                    commands.push(Command::Copy);
                    return false;
                }
                // Ctrl+V reaches us as an event of its own.
                if let Event::Paste(text) = event
                    && matches!(focus, Focus::Pane | Focus::Control)
                {
                    commands.push(Command::PasteText(text.clone()));
                    return false;
                }
                return true;
            };
            let binding = BINDINGS.iter().find(|b| b.key == *key && same(b, *modifiers));
            let Some(binding) = binding.filter(|b| acts(b, focus, letters)) else { return true };
            commands.push(binding.command.clone());
            false
        });
    });
    ctx.data_mut(|data| data.insert_temp(id, heard));
    commands
}

fn same(binding: &Binding, held: Modifiers) -> bool {
    let wanted = binding.modifiers;
    // On many keyboards these signs need Shift.
    let any_shift = matches!(binding.key, Key::Plus | Key::Questionmark | Key::Slash);
    let shift = any_shift || wanted.shift == held.shift;
    wanted.command == held.command && shift && wanted.alt == held.alt
}

fn acts(binding: &Binding, focus: Focus, letters: bool) -> bool {
    let plain = !binding.modifiers.command && !binding.modifiers.alt;
    let function = matches!(binding.key, Key::F1 | Key::F3 | Key::F6 | Key::Escape);
    match focus {
        // Undo, copying and the arrows belong to the field.
        Focus::Field if plain => function,
        Focus::Field => {
            !matches!(binding.key, Key::Z | Key::C | Key::V | Key::ArrowLeft | Key::ArrowRight)
        }
        Focus::Overlay => {
            let opens = matches!(
                binding.command,
                Command::Palette
                    | Command::ShowRecent
                    | Command::Reading
                    | Command::Keys
                    | Command::Quit
            );
            binding.key == Key::Escape || opens && (!plain || function)
        }
        Focus::Control if plain && !function && !is_letter(binding.key) => false,
        _ => letters || !plain || function || !is_letter(binding.key),
    }
}

fn is_letter(key: Key) -> bool {
    key.name().chars().count() == 1 || matches!(key, Key::Slash | Key::Questionmark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        for (idx, binding) in BINDINGS.iter().enumerate() {
            let clash = BINDINGS
                .iter()
                .skip(idx + 1)
                .find(|other| other.key == binding.key && other.modifiers == binding.modifiers);
            assert!(clash.is_none(), "{}", spelled(binding.modifiers, binding.key));
        }
    }

    #[test]
    fn keys_are_spelled_as_on_the_keyboard() {
        assert_eq!(text(&Command::CopySummary), "Ctrl+Shift+C");
        assert_eq!(text(&Command::Back), "Alt+Left");
        assert_eq!(text(&Command::OpenSample), "");
    }
}
