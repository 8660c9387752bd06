//! Work on many things at once. Nothing but speed depends on how many processors there are.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// Makes something of each, on as many processors as there are, and hands it on in the order of what it is made of: each as
/// soon as it and those before it are made.
///
/// ```
/// use briefing_office::side_by_side::side_by_side;
///
/// let mut squares = Vec::new();
/// side_by_side(&[1, 2, 3], |number| number * number, |square| squares.push(square));
/// assert_eq!(squares, [1, 4, 9]);
/// ```
pub fn side_by_side<'t, T: Sync, U: Send>(all: &'t [T], make: impl Fn(&'t T) -> U + Sync, mut hand_on: impl FnMut(U)) {
    let Ok(()) = try_side_by_side(all, make, |made| -> Result<(), Infallible> {
        hand_on(made);
        Ok(())
    });
}

/// The same, until one is refused.
///
/// ```
/// use briefing_office::side_by_side::try_side_by_side;
///
/// let below = |limit: i32| move |number: i32| if number < limit { Ok(()) } else { Err(number) };
/// assert_eq!(try_side_by_side(&[1, 2, 3], |number| number * number, below(4)), Err(4));
/// assert_eq!(try_side_by_side(&[1, 2, 3], |number| number * number, below(10)), Ok(()));
/// ```
///
/// # Errors
///
/// What the first was refused with.
pub fn try_side_by_side<'t, T: Sync, U: Send, E>(
    all: &'t [T],
    make: impl Fn(&'t T) -> U + Sync,
    mut hand_on: impl FnMut(U) -> Result<(), E>,
) -> Result<(), E> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(all.len());
    let next = AtomicUsize::new(0);
    let make_next = || {
        let index = next.fetch_add(1, Ordering::Relaxed);
        all.get(index).map(|one| (index, make(one)))
    };
    thread::scope(|scope| {
        let (sender, made) = mpsc::sync_channel(workers);
        for _ in 1..workers {
            let (sender, make_next) = (sender.clone(), &make_next);
            let work = move || {
                while let Some(one) = make_next() {
                    if sender.send(one).is_err() {
                        return;
                    }
                }
            };
            // Where the system has no thread to give, others do the work, or this one.
            _ = thread::Builder::new().spawn_scoped(scope, work);
        }
        drop(sender);
        let mut early = BTreeMap::new();
        for (index, one) in all.iter().enumerate() {
            let own = loop {
                early.extend(made.try_iter());
                if let Some(own) = early.remove(&index) {
                    break own;
                }
                // A thread that begins takes a while to wake, so this one works as well, and waits only where nothing is left.
                match make_next().or_else(|| made.recv().ok()) {
                    Some((index, one)) => _ = early.insert(index, one),
                    None => break make(one),
                }
            };
            hand_on(own)?;
        }
        Ok(())
    })
}

/// Finds things, each with its place, and makes something of each on the processors that are free meanwhile; when all are found,
/// this one helps. What was made is handed on in the order of the places, from 0 on, with what finding them gave.
///
/// ```
/// use briefing_office::side_by_side::meanwhile;
///
/// let find = |hand_on: &mut dyn FnMut(usize, i32)| {
///     hand_on(1, 7);
///     hand_on(0, 5);
///     Vec::new()
/// };
/// assert_eq!(meanwhile(find, |number| number * number, Vec::push), [25, 49]);
/// ```
pub fn meanwhile<T: Send, U: Send, R>(
    find: impl FnOnce(&mut dyn FnMut(usize, T)) -> R,
    make: impl Fn(T) -> U + Sync,
    mut hand_on: impl FnMut(&mut R, U),
) -> R {
    let (sender, found) = mpsc::channel();
    let (found, made) = (Mutex::new(found), Mutex::new(BTreeMap::new()));
    let make_next = || {
        // Let go before anything is made of it, so that others can take the next.
        let next = lock(&found).recv();
        let is_there = next.is_ok();
        if let Ok((place, one)) = next {
            let one = make(one);
            lock(&made).insert(place, one);
        }
        is_there
    };
    let mut handed_on = 0;
    let mut hand_on_ready = |result: &mut R| {
        let next = |place| lock(&made).remove(&place);
        while let Some(one) = next(handed_on) {
            hand_on(result, one);
            handed_on += 1;
        }
    };
    let mut result = thread::scope(|scope| {
        let others = thread::available_parallelism().map_or(1, usize::from) - 1;
        for _ in 0..others {
            // Where the system has no thread to give, this one does the work.
            _ = thread::Builder::new().spawn_scoped(scope, || while make_next() {});
        }
        let mut result = find(&mut |place, one| _ = sender.send((place, one)));
        drop(sender);
        while make_next() {
            hand_on_ready(&mut result);
        }
        result
    });
    hand_on_ready(&mut result);
    result
}

/// What a lock holds; a thread that panics ends the work as a whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_comes_in_order_until_it_is_refused() {
        let numbers: Vec<u64> = (0..100).collect();
        let slow_first = |number: &u64| {
            thread::sleep(std::time::Duration::from_micros(if *number == 0 { 5_000 } else { 10 }));
            number * number
        };
        let mut found = Vec::new();
        let ended = try_side_by_side(&numbers, slow_first, |square| {
            found.push(square);
            if square < 81 { Ok(()) } else { Err(square) }
        });
        assert_eq!((ended, found), (Err(81), (0..10).map(|number| number * number).collect()));
    }

    #[test]
    fn what_is_found_in_any_order_is_handed_on_in_order() {
        let find = |found: &mut dyn FnMut(usize, u64)| {
            for (place, number) in [(1, 1), (0, 0), (3, 3), (2, 2), (4, 4)] {
                found(place, number);
                thread::sleep(std::time::Duration::from_micros(200));
            }
            Vec::new()
        };
        let slow_first = |number: u64| {
            thread::sleep(std::time::Duration::from_micros(if number == 1 { 5_000 } else { 10 }));
            number * number
        };
        assert_eq!(meanwhile(find, slow_first, Vec::push), [0, 1, 4, 9, 16]);
    }
}
