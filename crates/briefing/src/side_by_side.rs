//! Work on many things at once. Nothing but speed depends on how many processors there are.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Makes something of each, on as many processors as there are, and hands it on in the order of what it is made of: each as
/// soon as it and those before it are made, until one is refused.
pub(crate) fn side_by_side<'t, T: Sync, U: Send, E>(
    all: &'t [T],
    make: impl Fn(&'t T) -> U + Sync,
    mut hand_on: impl FnMut(U) -> Result<(), E>,
) -> Result<(), E> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(all.len());
    let next = AtomicUsize::new(0);
    let take = || {
        let index = next.fetch_add(1, Ordering::Relaxed);
        all.get(index).map(|one| (index, one))
    };
    thread::scope(|scope| {
        let (sender, made) = mpsc::sync_channel(workers);
        for _ in 0..if workers > 1 { workers } else { 0 } {
            let (sender, take, make) = (sender.clone(), &take, &make);
            let work = move || {
                while let Some((index, one)) = take() {
                    if sender.send((index, make(one))).is_err() {
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
                match early.remove(&index) {
                    Some(own) => break own,
                    None => match made.recv() {
                        Ok((index, one)) => _ = early.insert(index, one),
                        Err(_) => break make(one),
                    },
                }
            };
            hand_on(own)?;
        }
        Ok(())
    })
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
        let ended = side_by_side(&numbers, slow_first, |square| {
            found.push(square);
            if square < 81 { Ok(()) } else { Err(square) }
        });
        assert_eq!((ended, found), (Err(81), (0..10).map(|number| number * number).collect()));
    }
}
