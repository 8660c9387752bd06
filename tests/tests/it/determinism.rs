//! The same folder gives the same bytes: twice in one process, and from wherever the folder lies.
//!
//! That it does so in other processes and under other time zones and locales is tested beside the command.

use briefing_office::Disk;
use briefing_tests::{Issue, OFFICES, invented, repository};

#[test]
fn the_same_bytes_come_out_twice_and_from_a_copy() {
    for (folder, month) in OFFICES {
        let once = Issue::of_repository(folder, month).unwrap().pdf().unwrap();
        let twice = Issue::of_repository(folder, month).unwrap().pdf().unwrap();
        assert!(once == twice, "{folder} differs the second time");

        let copy = invented::in_memory(&Disk::open(&repository(folder)).unwrap()).unwrap();
        let copied = Issue::of_files(&copy, month).unwrap().pdf().unwrap();
        assert!(once == copied, "{folder} differs from a copy of it in memory");
    }
}

#[test]
fn the_same_bytes_come_out_of_threads_side_by_side() {
    let render = || Issue::of_repository("examples/unoct", "2025-04").unwrap().pdf().unwrap();
    let alone = render();
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(render)).collect();
    for thread in threads {
        assert!(thread.join().unwrap() == alone);
    }
}
