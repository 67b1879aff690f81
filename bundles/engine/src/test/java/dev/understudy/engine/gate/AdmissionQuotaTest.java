package dev.understudy.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionQuotaTest {

    private static int flood(AdmissionQuota quota, String tenant) {
        int entered = 0;
        while (quota.enter(tenant)) {
            entered++;
        }
        return entered;
    }

    @Test
    void oneTenantAloneGetsTwoThirds() {
        AdmissionQuota quota = new AdmissionQuota(300);
        assertEquals(200, flood(quota, "one"));
        assertEquals(200, quota.of("one"));
        assertEquals(200, quota.all());
    }

    @Test
    void theSecondStillFindsPlaces() {
        AdmissionQuota quota = new AdmissionQuota(300);
        flood(quota, "one");
        assertEquals(67, flood(quota, "two"));
        assertTrue(quota.enter("three"));
    }

    @ParameterizedTest
    @CsvSource({"2, 240", "3, 258", "10, 286"})
    void allThatPressGetAsMuch(int tenants, int all) {
        AdmissionQuota quota = new AdmissionQuota(300);
        boolean more = true;
        while (more) {
            more = false;
            for (int tenant = 0; tenant < tenants; tenant++) {
                more |= quota.enter("t" + tenant);
            }
        }
        assertEquals(all, quota.all(), 2);
        for (int tenant = 0; tenant < tenants; tenant++) {
            assertEquals((double) all / tenants, quota.of("t" + tenant), 1);
        }
    }

    @Test
    void whoLeavesMakesPlace() {
        AdmissionQuota quota = new AdmissionQuota(1);
        for (String tenant : List.of("one", "one", "two")) {
            assertTrue(quota.enter(tenant));
            assertFalse(quota.enter("another"));
            quota.leave(tenant);
            assertEquals(0, quota.all());
            assertEquals(0, quota.of(tenant));
        }
    }
}
