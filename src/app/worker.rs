//! Reading and briefing, off the window's thread.
//!
//! Each file has one worker. Jobs are numbered; a job that is cancelled or overtaken is told to stop, and what
//! it may still answer is dropped. A reader that panics on a damaged file costs that file, not the window.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use super::outside::{Choices, Content};
use crate::briefing::{Briefing, brief_unless, sentences};
use crate::document::Document;
use crate::error::Error;
use crate::export::reopen::reopen;
use crate::stop::Stop;
use crate::text::TextRange;

pub(super) struct Worker {
    sender: Sender<(u64, Answer)>,
    receiver: Receiver<(u64, Answer)>,
    jobs: Vec<Job>,
    count: u64,
    /// Wakes the window.
    wake: Arc<dyn Fn() + Send + Sync>,
}

struct Job {
    number: u64,
    path: PathBuf,
    stop: Stop,
}

pub(super) enum Answer {
    /// The text, and where its sentences are.
    Read(Arc<Document>, Vec<TextRange>),
    Briefed {
        briefing: Arc<Briefing>,
        elapsed_ms: f64,
    },
    /// A briefing from a file, held against the article; what came of it, or why it is none of this article.
    Reopened(Result<(Arc<Briefing>, Proof), String>),
    /// The engine broke on the text, which was read before.
    NotBriefed,
    Failed(Error),
}

/// How much of a briefing from a file the article proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    pub n_held: usize,
    pub n_moved: usize,
    pub n_missing: usize,
    /// Lines left out for it.
    pub n_dropped: usize,
}

impl Worker {
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, jobs: Vec::new(), count: 0, wake: Arc::new(wake) }
    }

    /// Reads and briefs a file; an earlier job on the same file is stopped.
    ///
    /// A `briefing` as JSON is shown instead of the engine's.
    pub(super) fn start(
        &mut self,
        path: &Path,
        content: Content,
        choices: &Choices,
        briefing: Option<String>,
    ) -> u64 {
        self.cancel(path);
        self.count += 1;
        let number = self.count;
        let stop = Stop::default();
        self.jobs.push(Job { number, path: path.to_path_buf(), stop: stop.clone() });
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let (path, choices) = (path.to_path_buf(), choices.clone());
        let work = move || {
            let answer = |answer| {
                sender.send((number, answer)).ok();
                wake();
            };
            run(&path, &content, &choices, briefing.as_deref(), &stop, answer);
        };
        // A thread that cannot be had is a job that fails.
        let spawned = std::thread::Builder::new().name(format!("job {number}")).spawn(work);
        if let Err(error) = spawned {
            let failed = Answer::Failed(Error::Unreadable(error.to_string()));
            self.sender.send((number, failed)).ok();
        }
        number
    }

    /// Stops the job on a file; says whether there was one.
    pub(super) fn cancel(&mut self, path: &Path) -> bool {
        let Some(idx) = self.jobs.iter().position(|job| job.path == path) else { return false };
        self.jobs.remove(idx).stop.call();
        true
    }

    /// What has come in since, with the file it is about.
    pub(super) fn answers(&mut self) -> Vec<(PathBuf, Answer)> {
        let mut answers = Vec::new();
        while let Ok((number, answer)) = self.receiver.try_recv() {
            let Some(idx) = self.jobs.iter().position(|job| job.number == number) else { continue };
            let path = match answer {
                Answer::Read(..) => self.jobs[idx].path.clone(),
                Answer::Briefed { .. }
                | Answer::Reopened(_)
                | Answer::NotBriefed
                | Answer::Failed(_) => self.jobs.remove(idx).path,
            };
            answers.push((path, answer));
        }
        answers
    }

    pub(super) fn is_busy(&self) -> bool {
        !self.jobs.is_empty()
    }
}

fn run(
    path: &Path,
    content: &Content,
    choices: &Choices,
    json: Option<&str>,
    stop: &Stop,
    answer: impl Fn(Answer),
) {
    let read = || super::outside::read(path, content, choices, stop);
    let document = match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(document)) => Arc::new(document),
        Ok(Err(error)) => return answer(Answer::Failed(error)),
        Err(_) => return answer(Answer::Failed(Error::Crashed)),
    };
    if stop.is_called() {
        return;
    }
    // A slip here must not take the text away either.
    let sentences = catch_unwind(AssertUnwindSafe(|| sentences(&document))).unwrap_or_default();
    answer(Answer::Read(Arc::clone(&document), sentences));
    if let Some(json) = json {
        let reopened = reopen(json, &document).map(|reopened| {
            let (n_held, n_moved, n_missing) = reopened.counts();
            let proof = Proof { n_held, n_moved, n_missing, n_dropped: reopened.n_dropped };
            (Arc::new(reopened.briefing), proof)
        });
        return answer(Answer::Reopened(reopened));
    }
    let start = Instant::now();
    // A slip of the engine must not take the text away: the article stays, without a briefing.
    let briefing = catch_unwind(AssertUnwindSafe(|| brief_unless(&document, stop)));
    let briefing = match briefing {
        Ok(Some(briefing)) => briefing,
        Ok(None) => return,
        Err(_) => return answer(Answer::NotBriefed),
    };
    let elapsed_ms = start.elapsed().as_secs_f64() * 1000.0;
    answer(Answer::Briefed { briefing: Arc::new(briefing), elapsed_ms });
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_cancelled_job_answers_nothing() {
        let mut worker = Worker::new(|| ());
        let path = Path::new("/nonexistent/article.txt");
        worker.start(path, Content::File, &Choices::default(), None);
        assert!(worker.cancel(path));
        assert!(!worker.cancel(path));
        std::thread::sleep(Duration::from_millis(50));
        assert!(worker.answers().is_empty() && !worker.is_busy());
    }

    #[test]
    fn a_stopped_engine_comes_to_rest() {
        // Many seconds of work, if nobody stopped it.
        let text = "The minister said on Monday that the talks had failed again. ".repeat(20_000);
        let document = Document::of_paragraphs(text);
        let stop = Stop::default();
        let start = Instant::now();
        let briefing = std::thread::scope(|scope| {
            let work = scope.spawn(|| brief_unless(&document, &stop));
            std::thread::sleep(Duration::from_millis(100));
            stop.call();
            work.join().expect("it does not panic")
        });
        assert!(briefing.is_none());
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    }
}
