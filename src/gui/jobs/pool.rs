//! A few named threads that take work from one queue, so that the window never waits for any of it.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Work to be done.
type Task = Box<dyn FnOnce() + Send>;

/// How soon work is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// The user waits for it: before everything that is queued.
    Now,
    /// In its turn.
    InTurn,
}

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Task>,
    is_closed: bool,
    threads: usize,
    idle: usize,
}

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    wake: Condvar,
}

/// The threads; they end when the pool is dropped, after the work in hand.
pub struct Pool {
    shared: Arc<Shared>,
    limit: usize,
}

impl Pool {
    /// A pool with a thread for each core but one, at least two: one long file must not hold up the short ones.
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self { shared: Arc::default(), limit: cores.saturating_sub(1).clamp(2, 8) }
    }

    /// Queues work. A thread is started when all are busy and there may be more.
    pub fn run(&self, urgency: Urgency, task: impl FnOnce() + Send + 'static) {
        let mut queue = self.shared.queue.lock().unwrap_or_else(PoisonError::into_inner);
        match urgency {
            Urgency::Now => queue.tasks.push_front(Box::new(task)),
            Urgency::InTurn => queue.tasks.push_back(Box::new(task)),
        }
        if queue.idle < queue.tasks.len() && queue.threads < self.limit {
            let shared = self.shared.clone();
            let name = format!("dateline-worker-{}", queue.threads + 1);
            if std::thread::Builder::new().name(name).spawn(move || work(&shared)).is_ok() {
                queue.threads += 1;
            }
        }
        drop(queue);
        self.shared.wake.notify_one();
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        let mut queue = self.shared.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.is_closed = true;
        queue.tasks.clear();
        drop(queue);
        self.shared.wake.notify_all();
    }
}

fn work(shared: &Shared) {
    let mut queue = shared.queue.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some(task) = queue.tasks.pop_front() {
            drop(queue);
            // A task that panics says so itself; the thread lives on for the next one.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(task));
            queue = shared.queue.lock().unwrap_or_else(PoisonError::into_inner);
        } else if queue.is_closed {
            return;
        } else {
            queue.idle += 1;
            queue = shared.wake.wait(queue).unwrap_or_else(PoisonError::into_inner);
            queue.idle -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn all_work_is_done_even_after_a_panic() {
        let pool = Pool::new();
        let (sender, receiver) = mpsc::channel();
        pool.run(Urgency::InTurn, || panic!("expected in this test"));
        for number in 0..20 {
            let sender = sender.clone();
            pool.run(Urgency::InTurn, move || sender.send(number).unwrap());
        }
        drop(sender);
        let mut done: Vec<i32> = receiver.iter().collect();
        done.sort_unstable();
        assert_eq!(done, (0..20).collect::<Vec<_>>());
    }
}
