//! A pool of named threads that reads articles side by side and hands the results on in input order.
//!
//! Only a few jobs a thread are ever ahead of the one whose result is due, so memory stays flat however many articles
//! there are.

use crate::ingest::{IngestError, load, records::Records};
use crate::model::Article;
use std::collections::{BTreeMap, VecDeque};
use std::fs::File;
use std::io::{self, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// What a thread is asked to do.
pub(super) enum Job {
    /// Read a file.
    File(PathBuf),
    /// Take this article, or this failure.
    Article(Box<Result<Article, IngestError>>),
}

impl Job {
    /// What messages call it.
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Article(article) => article.as_ref().as_ref().map_or(String::new(), |a| a.source.path.clone()),
        }
    }
}

/// What came of a job.
enum Done {
    One(Result<String, IngestError>),
    /// The file holds JSON lines: each is a job of its own.
    Lines(Records<BufReader<File>>),
}

/// Jobs ahead of the result that is due, a thread.
const AHEAD: usize = 4;

/// Threads at work, and the results that came early.
pub(super) struct Pool {
    jobs: Sender<(u64, Job)>,
    results: Receiver<(u64, Done)>,
    early: BTreeMap<u64, Done>,
    started: u64,
    window: usize,
}

impl Pool {
    /// A pool of `threads` threads that turn articles into what `answer` makes of them.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn new(threads: usize, answer: impl Fn(Article) -> String + Send + Sync + 'static) -> io::Result<Self> {
        let (jobs, waiting) = channel::<(u64, Job)>();
        let (done, results) = channel();
        let (waiting, answer) = (Arc::new(Mutex::new(waiting)), Arc::new(answer));
        for number in 0..threads {
            let (waiting, done, answer) = (Arc::clone(&waiting), done.clone(), Arc::clone(&answer));
            let work = move || {
                loop {
                    let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((sequence, job)) = job else { return };
                    let name = job.name();
                    // A fault in one article must not leave the others waiting for its result.
                    let result = catch_unwind(AssertUnwindSafe(|| work_on(job, &*answer)));
                    if done.send((sequence, result.unwrap_or_else(|_| failed(&name)))).is_err() {
                        return;
                    }
                }
            };
            std::thread::Builder::new().name(format!("reader {number}")).spawn(work)?;
        }
        Ok(Self { jobs, results, early: BTreeMap::new(), started: 0, window: threads * AHEAD })
    }

    /// Does all jobs and hands every result to `take`, in the order of the jobs.
    ///
    /// # Errors
    /// What `take` fails with; the rest is then left undone.
    pub fn run(
        &mut self,
        jobs: &mut dyn Iterator<Item = Job>,
        take: &mut dyn FnMut(Result<String, IngestError>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut due = VecDeque::new();
        loop {
            while due.len() < self.window
                && let Some(job) = jobs.next()
            {
                due.push_back(self.start(job));
            }
            let Some(sequence) = due.pop_front() else { return Ok(()) };
            match self.wait(sequence)? {
                Done::One(result) => take(result)?,
                Done::Lines(records) => self.run(&mut records.map(|r| Job::Article(Box::new(r))), take)?,
            }
        }
    }

    fn start(&mut self, job: Job) -> u64 {
        self.started += 1;
        // A send can only fail when every thread has ended; `wait` then tells.
        let _ = self.jobs.send((self.started, job));
        self.started
    }

    fn wait(&mut self, sequence: u64) -> io::Result<Done> {
        loop {
            if let Some(done) = self.early.remove(&sequence) {
                return Ok(done);
            }
            let (other, done) = self.results.recv().map_err(io::Error::other)?;
            self.early.insert(other, done);
        }
    }
}

fn failed(name: &str) -> Done {
    Done::One(Err(IngestError::new(
        "Dateline itself failed on this article",
        "please report it with the article",
        name,
    )))
}

fn work_on(job: Job, answer: &dyn Fn(Article) -> String) -> Done {
    let article = match job {
        Job::Article(article) => Some(*article),
        Job::File(path) => match load::articles(&path) {
            load::Articles::Many(records) => return Done::Lines(records),
            mut one => one.next(),
        },
    };
    match article {
        Some(article) => Done::One(article.map(answer)),
        None => Done::One(Err(IngestError::new("holds no article", "check the file", ""))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_one_article_leaves_the_others() {
        let answer = |article: Article| match article.id.as_str() {
            "1" => panic!("a fault"),
            id => id.to_owned(),
        };
        let jobs = (0..20).map(|n| {
            let source = crate::model::Source { path: format!("{n}.txt"), ..Default::default() };
            Job::Article(Box::new(Ok(Article { id: n.to_string(), source, ..Article::default() })))
        });
        let mut results = Vec::new();
        let mut take = |result: Result<String, IngestError>| {
            results.push(result.map_err(|error| error.to_string()));
            Ok(())
        };
        Pool::new(2, answer).unwrap().run(&mut jobs.into_iter(), &mut take).unwrap();
        assert_eq!(results.len(), 20);
        let faults: Vec<_> = results.iter().filter_map(|r| r.as_ref().err()).collect();
        assert!(faults.len() == 1 && faults[0].ends_with("1.txt"), "{faults:?}");
    }
}
