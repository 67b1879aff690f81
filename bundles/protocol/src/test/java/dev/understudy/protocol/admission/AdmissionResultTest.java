package dev.understudy.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog in the path admits a request, and the policy guards what the request names besides. */
class AdmissionResultTest {

    private static final InetAddress CLIENT = IpAddresses.parse("203.0.113.9");
    private static final SourceKey FILE = new SourceKey(SourceKey.Kind.IMAGE, "", "a.jpg", false);
    private static final TestCatalog LOCKED = guarded().set(Attributes.REQUEST_LOCK, true);
    private static final TestCatalog CLOSED = guarded().set(Attributes.ALLOW_DIRECT_ACCESS, DirectAccess.NONE);
    private static final TestCatalog OFFICE =
            guarded().set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"));

    /** The one catalog beside an open default catalog. */
    private static TestCatalog guarded() {
        return new TestCatalogs().tenant("guarded");
    }

    private static AdmissionResult ask(TestCatalog guarded, String path, String query) {
        return AdmissionResult.of(path, query, CLIENT, guarded.catalogs(), file -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guarded", "guarded/a", "/guarded/a", "./guarded//a", "%67uarded%2Fa", "guarded/../a"})
    void theCatalogThatThePathBeginsWithDecides(String path) {
        AdmissionResult refused = ask(LOCKED, path, "wid=100");
        assertNotNull(refused.refusal(), path);
        assertEquals(FailureKind.REQUEST_REFUSED, refused.refusal().kind());
        assertEquals("wid=100", refused.query());
        AdmissionResult admitted = ask(LOCKED, path, "wid=100&0716");
        assertNull(admitted.refusal());
        assertEquals("wid=100", admitted.query());
    }

    @Test
    void pathsWithoutACatalogAreForTheDefaultCatalog() {
        assertNull(ask(LOCKED, "a", "wid=100").refusal());
        assertNull(ask(LOCKED, "", null).refusal());
    }

    @Test
    void operatorsMayAddAModifierAfterTheLock() {
        AdmissionResult result = AdmissionResult.of(call("guarded/a", "wid=100&0716&req=explain"), file -> false);
        assertNull(result.refusal());
        assertEquals("wid=100&req=explain", result.query());
        assertEquals(
                "req=explain",
                AdmissionResult.of(call("a", "req=explain"), file -> false).query());
    }

    private static Call call(String path, String query) {
        return new Call(
                path, query, CLIENT, Instant.EPOCH, Forwardable.NO, LOCKED.catalogs(), new AccessRecord(), true);
    }

    @Test
    void anotherCatalogChecksTheAdmissionAgain() {
        AccessPolicy policy = ask(CLOSED, "a", "wid=100").policy();
        assertRefused(() -> policy.require(LOCKED.catalog()));
        assertRefused(() -> policy.require(OFFICE.catalog()));
        assertRefused(() -> policy.requireRecord(OFFICE.catalog()));
        assertDoesNotThrow(() -> policy.requireRecord(CLOSED.catalog()));
    }

    @Test
    void filesNeedDirectAccess() {
        AccessPolicy policy = ask(CLOSED, "guarded/a", null).policy();
        assertRefused(() -> policy.requireFile(CLOSED.catalog(), DirectAccess.Kind.IS, "a", FILE));
        assertRefused(() -> policy.requireFile(CLOSED.catalog(), DirectAccess.Kind.IS, "a", null));
        assertDoesNotThrow(() -> policy.ofRecords().requireFile(CLOSED.catalog(), DirectAccess.Kind.IS, "a", FILE));
        assertRefused(() -> policy.ofRecords().requireFile(OFFICE.catalog(), DirectAccess.Kind.IS, "a", FILE));
    }

    @Test
    void aFileThatIsNotThereIsUnknownInsteadOfRefused() {
        AccessPolicy policy = AdmissionResult.of("guarded/a", null, CLIENT, CLOSED.catalogs(), FILE::equals)
                .policy();
        ServeException thrown = assertThrows(
                ServeException.class, () -> policy.requireFile(CLOSED.catalog(), DirectAccess.Kind.IS, "a", FILE));
        assertEquals(FailureKind.OBJECT_UNKNOWN, thrown.failure().kind());
    }

    @Test
    void whatAttributesNameMayBeUsed() {
        for (TestCatalog catalog : List.of(LOCKED, OFFICE, CLOSED)) {
            assertDoesNotThrow(() -> AccessPolicy.unrestricted().require(catalog.catalog()));
            assertDoesNotThrow(() -> AccessPolicy.unrestricted().requireRecord(catalog.catalog()));
            assertDoesNotThrow(
                    () -> AccessPolicy.unrestricted().requireFile(catalog.catalog(), DirectAccess.Kind.IS, "a", FILE));
        }
    }

    private static void assertRefused(Executable use) {
        assertEquals(
                FailureKind.REQUEST_REFUSED,
                assertThrows(ServeException.class, use).failure().kind());
    }
}
