package dev.understudy.engine.caching;

import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.PlanKey;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The keys of plans, kept for those that were asked for last: comparing plans is cheaper than digesting them. */
public final class PlanKeyCache {

    private static final int SLOTS = 1024;

    private record Known(ImagePlan plan, String key) {}

    private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(SLOTS);

    /** The same, by the plans themselves: of a request that is remembered, the plan is the same object each time. */
    private final AtomicReferenceArray<Known> remembered = new AtomicReferenceArray<>(SLOTS);

    private final Edition edition;

    /**
     * @param edition the edition of the engine: what another one drew is not served
     */
    public PlanKeyCache(Edition edition) {
        this.edition = edition;
    }

    /** The key of a plan, see {@link PlanKey#of}. */
    public String of(ImagePlan plan) {
        int place = Math.floorMod(System.identityHashCode(plan), SLOTS);
        Known same = remembered.get(place);
        if (same != null && same.plan() == plan) {
            return same.key();
        }
        Known equal = equal(plan);
        remembered.set(place, new Known(plan, equal.key()));
        return equal.key();
    }

    private Known equal(ImagePlan plan) {
        int slot = Math.floorMod(plan.hashCode(), SLOTS);
        Known last = known.get(slot);
        if (last != null && last.plan().equals(plan)) {
            return last;
        }
        Known added = new Known(plan, PlanKey.of(plan, edition.text()));
        known.set(slot, added);
        return added;
    }
}
