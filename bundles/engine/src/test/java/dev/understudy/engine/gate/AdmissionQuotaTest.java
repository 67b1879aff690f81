package dev.understudy.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionQuotaTest {

    private static int flood(AdmissionQuota admissions, String tenant) {
        int entered = 0;
        while (admissions.enter(tenant)) {
            entered++;
        }
        return entered;
    }

    @Test
    void oneTenantAloneGetsTwoThirds() {
        AdmissionQuota admissions = new AdmissionQuota(300);
        assertEquals(200, flood(admissions, "one"));
        assertEquals(200, admissions.of("one"));
        assertEquals(200, admissions.all());
    }

    @Test
    void theSecondStillFindsPlaces() {
        AdmissionQuota admissions = new AdmissionQuota(300);
        flood(admissions, "one");
        assertEquals(67, flood(admissions, "two"));
        assertTrue(admissions.enter("three"));
    }

    @ParameterizedTest
    @CsvSource({"2, 240", "3, 258", "10, 286"})
    void allThatPressGetAsMuch(int tenants, int all) {
        AdmissionQuota admissions = new AdmissionQuota(300);
        boolean more = true;
        while (more) {
            more = false;
            for (int tenant = 0; tenant < tenants; tenant++) {
                more |= admissions.enter("t" + tenant);
            }
        }
        assertEquals(all, admissions.all(), 2);
        for (int tenant = 0; tenant < tenants; tenant++) {
            assertEquals((double) all / tenants, admissions.of("t" + tenant), 1);
        }
    }

    @Test
    void whoLeavesMakesPlace() {
        AdmissionQuota admissions = new AdmissionQuota(1);
        for (String tenant : List.of("one", "one", "two")) {
            assertTrue(admissions.enter(tenant));
            assertFalse(admissions.enter("another"));
            admissions.leave(tenant);
            assertEquals(0, admissions.all());
            assertEquals(0, admissions.of(tenant));
        }
    }
}
