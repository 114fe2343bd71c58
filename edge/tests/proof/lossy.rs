//! One chat over links that lose, with an object that dies at the worst moments: nothing is lost, nothing stands twice, and
//! frames folded one by one equal the snapshot (trust.md B2).

mod world;

use crate::seeds;
use world::World;

#[test]
fn nothing_is_lost_nothing_stands_twice_and_all_see_the_same_whatever_breaks() {
    let mut seen = world::Faults::default();
    seeds::each(2_000, |rng| {
        let mut world = World::new(rng);
        for _ in 0..80 {
            world.step(rng);
        }
        world.settle();
        world.check();
        seen.add(world.faults());
    });
    if std::env::var_os("SEED").is_none() {
        seen.enough();
    }
}
