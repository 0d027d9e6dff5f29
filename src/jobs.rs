//! Work off the window's thread: a job with progress and a cancel flag, and values derived
//! from keys. Knows nothing of windows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// Shared between the work and the one who waits for it.
#[derive(Clone, Debug, Default)]
pub struct Control {
    cancelled: Arc<AtomicBool>,
    /// Steps done and steps in all; 0 in all: unknown.
    done: Arc<AtomicU32>,
    all: Arc<AtomicU32>,
    /// Rows read within the present step.
    rows: Arc<AtomicU32>,
}

impl Control {
    pub fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn step(&self, done: usize, all: usize) {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        self.done.store(number(done), Ordering::Relaxed);
        self.all.store(number(all), Ordering::Relaxed);
        self.rows.store(0, Ordering::Relaxed);
    }

    pub fn rows(&self, rows: u32) {
        self.rows.store(rows, Ordering::Relaxed);
    }

    /// Steps done, steps in all, rows read within the present one.
    pub fn progress(&self) -> (u32, u32, u32) {
        let read = |number: &AtomicU32| number.load(Ordering::Relaxed);
        (read(&self.done), read(&self.all), read(&self.rows))
    }
}

/// What became of a job.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    Running,
    Done(T),
    /// The work panicked: reported once, never retried by itself.
    Failed,
}

/// A piece of work on its own thread. Dropping it cancels it.
#[derive(Debug)]
pub struct Job<T> {
    receiver: Receiver<T>,
    control: Control,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work; `wake` is called when its result is there to be taken.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn spawn(
        name: &str,
        wake: impl Fn() + Send + 'static,
        work: impl FnOnce(&Control) -> T + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, receiver) = channel();
        let control = Control::default();
        let shared = control.clone();
        std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            let work = std::panic::AssertUnwindSafe(|| work(&shared));
            if let Ok(value) = std::panic::catch_unwind(work) {
                // Nobody waits any more when this fails.
                let _ = sender.send(value);
            }
            // Result first, sender gone, wake last: an early wake leaves the result unseen.
            drop(sender);
            wake();
        })?;
        Ok(Self { receiver, control })
    }

    pub fn poll(&self) -> Outcome<T> {
        match self.receiver.try_recv() {
            Ok(value) => Outcome::Done(value),
            Err(TryRecvError::Empty) => Outcome::Running,
            Err(TryRecvError::Disconnected) => Outcome::Failed,
        }
    }
}

impl<T> Job<T> {
    pub const fn control(&self) -> &Control {
        &self.control
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.control.cancel();
    }
}

/// The last finished value of a computation, and the one under way for a newer key.
#[derive(Debug)]
pub struct Derived<K, T> {
    current: Option<(K, T)>,
    running: Option<(K, Job<T>)>,
    failed: Option<K>,
}

impl<K, T> Default for Derived<K, T> {
    fn default() -> Self {
        Self { current: None, running: None, failed: None }
    }
}

impl<K: PartialEq + Clone, T: Send + 'static> Derived<K, T> {
    /// Takes a finished value, and starts the work of a key that is neither done, under way nor
    /// failed. Once per frame. True when a new value came.
    pub fn update(&mut self, key: &K, start: impl FnOnce() -> std::io::Result<Job<T>>) -> bool {
        let mut came = false;
        if let Some((running, job)) = self.running.take() {
            match job.poll() {
                Outcome::Running => self.running = Some((running, job)),
                Outcome::Done(value) => {
                    self.current = Some((running, value));
                    came = true;
                }
                Outcome::Failed => self.failed = Some(running),
            }
        }
        let known = |found: Option<&K>| found == Some(key);
        let settled = known(self.current.as_ref().map(|(key, _)| key))
            || known(self.running.as_ref().map(|(key, _)| key))
            || known(self.failed.as_ref());
        if !settled {
            // A newer key drops, hence cancels, the older work.
            self.running = start().ok().map(|job| (key.clone(), job));
            if self.running.is_none() {
                self.failed = Some(key.clone());
            }
        }
        came
    }

    /// The last finished value, of this key or of an older one.
    pub fn value(&self) -> Option<&T> {
        self.current.as_ref().map(|(_, value)| value)
    }

    pub fn is_current(&self, key: &K) -> bool {
        self.current.as_ref().is_some_and(|(known, _)| known == key)
    }

    pub const fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Steps done and steps in all of what is under way.
    pub fn progress(&self) -> Option<(u32, u32)> {
        let (_, job) = self.running.as_ref()?;
        let (done, all, _) = job.control().progress();
        Some((done, all))
    }

    pub fn has_failed(&self, key: &K) -> bool {
        self.failed.as_ref() == Some(key)
    }

    /// Gives up what is under way: it is not begun again for its key until [`Derived::retry`].
    pub fn stop(&mut self) {
        if let Some((key, _)) = self.running.take() {
            self.failed = Some(key);
        }
    }

    /// What failed or was given up may be begun again.
    pub fn retry(&mut self) {
        self.failed = None;
    }

    /// Something failed or was given up, and was not begun again.
    pub const fn is_stopped(&self) -> bool {
        self.failed.is_some() && self.running.is_none()
    }

    /// Forgets everything, and cancels what is under way.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Does a piece of work on each of several things, as many at a time as the machine has cores,
/// and gives the results in order.
pub fn side_by_side<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(thing) = things.get(place) else { return done };
            done.push((place, work(thing)));
        }
    };
    let mut all: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(things.len())).map(|_| scope.spawn(take)).collect();
        workers
            .into_iter()
            .flat_map(|worker| match worker.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn wait<T: Send + 'static>(job: &Job<T>) -> Outcome<T> {
        for _ in 0..2_000 {
            match job.poll() {
                Outcome::Running => std::thread::sleep(Duration::from_millis(1)),
                outcome => return outcome,
            }
        }
        panic!("the job never ended");
    }

    #[test]
    fn the_result_is_there_when_the_waker_calls() {
        for _ in 0..200 {
            let (sender, woken) = channel();
            let wake = move || sender.send(()).unwrap();
            let job = Job::spawn("test", wake, |_| 42).unwrap();
            woken.recv_timeout(Duration::from_secs(5)).unwrap();
            assert_eq!(job.poll(), Outcome::Done(42));
        }
    }

    #[test]
    fn a_panic_costs_one_job() {
        let job = Job::<u8>::spawn("test", || {}, |_| panic!("on purpose")).unwrap();
        assert_eq!(wait(&job), Outcome::Failed);
    }

    #[test]
    fn dropping_cancels() {
        let job = Job::spawn(
            "test",
            || {},
            |control: &Control| {
                while !control.cancelled() {
                    std::thread::sleep(Duration::from_millis(1));
                }
            },
        )
        .unwrap();
        let control = job.control().clone();
        drop(job);
        assert!(control.cancelled());
    }

    #[test]
    fn a_failed_key_is_not_retried_until_it_changes() {
        let mut derived: Derived<u32, u32> = Derived::default();
        let mut starts = 0;
        let mut after_failure = 0;
        // Printing the panic may take long on a busy machine: wait for the failure, then insist.
        for _ in 0..10_000 {
            derived.update(&1, || {
                starts += 1;
                Job::spawn("test", || {}, |_| panic!("on purpose"))
            });
            after_failure += u32::from(derived.has_failed(&1));
            if after_failure > 20 {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(derived.has_failed(&1));
        assert_eq!(starts, 1);
        for _ in 0..2_000 {
            if derived.update(&2, || Job::spawn("test", || {}, |_| 7)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        assert_eq!(derived.value(), Some(&7));
        assert!(derived.is_current(&2));
    }

    #[test]
    fn what_is_given_up_is_begun_again_only_on_demand() {
        let mut derived: Derived<u32, u32> = Derived::default();
        let forever = |control: &Control| {
            while !control.cancelled() {
                std::thread::sleep(Duration::from_millis(1));
            }
            0
        };
        derived.update(&1, || Job::spawn("test", || {}, forever));
        assert!(derived.is_running() && !derived.is_stopped());
        derived.stop();
        assert!(!derived.is_running() && derived.is_stopped());
        for _ in 0..3 {
            derived.update(&1, || panic!("begun again without being asked"));
        }
        derived.retry();
        assert!(!derived.is_stopped());
        for _ in 0..2_000 {
            if derived.update(&1, || Job::spawn("test", || {}, |_| 7)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        assert_eq!(derived.value(), Some(&7));
    }

    #[test]
    fn results_come_in_order_whoever_ends_first() {
        let things: Vec<u64> = (0..40).collect();
        let doubled = side_by_side(&things, |thing| {
            std::thread::sleep(std::time::Duration::from_micros(300 - 7 * thing));
            thing * 2
        });
        assert_eq!(doubled, things.iter().map(|thing| thing * 2).collect::<Vec<_>>());
        assert!(side_by_side(&[] as &[u8], |thing| *thing).is_empty());
    }
}
