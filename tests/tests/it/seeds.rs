//! What fuzzing starts from and what it found, through every target, without a fuzzer.

#[path = "../../fuzz/bodies.rs"]
mod bodies;

use briefing_tests::repository;

#[test]
fn every_start_and_every_find_holds() {
    let starts = bodies::starts();
    for (name, target) in bodies::TARGETS {
        let mut tried = 0;
        for (_, bytes) in starts.iter().filter(|(of, _)| of == name) {
            target(bytes);
            tried += 1;
        }
        // What a run found stays here once it is mended.
        for find in std::fs::read_dir(repository("tests/fuzz/seeds").join(name)).into_iter().flatten() {
            target(&std::fs::read(find.unwrap().path()).unwrap());
            tried += 1;
        }
        assert!(tried > 0, "{name} has nothing to start from");
    }
}
