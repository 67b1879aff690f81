package dev.understudy.engine.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.catalog.TestCatalogs;
import org.junit.jupiter.api.Test;

class PlanKeyCacheTest {

    /** More than are kept, so that plans take each other's place. */
    private static final int MANY = 3000;

    private final PlanKeyCache keys = new PlanKeyCache(Edition.of("1"));

    @Test
    void aPlanThatIsMadeAgainHasTheKeyThatItHad() throws Exception {
        assertSame(keys.of(plan(1)), keys.of(plan(1)));
    }

    @Test
    void noPlanEverHasTheKeyOfAnother() throws Exception {
        for (int wid = 1; wid <= MANY; wid++) {
            assertEquals(PlanKey.of(plan(wid), "1"), keys.of(plan(wid)));
        }
        for (int wid = MANY; wid > 0; wid--) {
            assertEquals(PlanKey.of(plan(wid), "1"), keys.of(plan(wid)));
        }
    }

    @Test
    void anotherEditionHasOtherKeys() throws Exception {
        assertNotEquals(new PlanKeyCache(Edition.of("2")).of(plan(1)), keys.of(plan(1)));
    }

    private static ImagePlan plan(int wid) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("gallery/bridge", "wid=" + wid, TestCatalogs.sample()))
                .plan();
    }
}
