//! A word of a parsed text, for the tests of what mends trees.

use crate::document::Document;
use crate::language::{Analysis, Deprel, analyze};

/// A text as the parser and its menders leave it.
pub(super) struct Mended {
    document: Document,
    analysis: Analysis,
}

impl Mended {
    pub(super) fn of(text: &str) -> Self {
        let document = crate::testing::document(text);
        let analysis = analyze(&document);
        Self { document, analysis }
    }

    pub(super) fn word(&self, token: usize) -> &str {
        self.analysis.word(&self.document, token)
    }

    /// The first word `form`.
    #[track_caller]
    pub(super) fn find(&self, form: &str) -> usize {
        (0..self.analysis.tokens.len())
            .find(|&token| self.word(token) == form)
            .expect("the text has the word")
    }

    #[track_caller]
    pub(super) fn deprel(&self, form: &str) -> Deprel {
        self.analysis.deprel(self.find(form))
    }

    #[track_caller]
    pub(super) fn xpos(&self, form: &str) -> &str {
        self.analysis.xpos(self.find(form))
    }

    /// What the word `form` hangs on.
    #[track_caller]
    pub(super) fn head(&self, form: &str) -> Option<&str> {
        self.analysis.head(self.find(form)).map(|head| self.word(head))
    }

    /// The subjects of the word `form`.
    #[track_caller]
    pub(super) fn subjects(&self, form: &str) -> Vec<&str> {
        let subject = |&child: &usize| self.analysis.deprel(child) == Deprel::Nsubj;
        let verb = self.find(form);
        self.analysis.children(verb).filter(subject).map(|child| self.word(child)).collect()
    }
}
