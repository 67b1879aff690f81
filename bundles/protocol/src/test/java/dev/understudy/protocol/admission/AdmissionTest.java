package dev.understudy.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.catalog.RuleSet;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What catalogs ask of requests, with the reference's own examples where it has them. */
class AdmissionTest {

    private static final InetAddress CLIENT = IpAddresses.parse("203.0.113.9");
    private static final Catalog OPEN = TestCatalogs.catalogWith(Map.of());
    private static final Catalog LOCKED = TestCatalogs.catalogWith(Map.of(Attributes.REQUEST_LOCK, true));
    private static final Catalog OBFUSCATED = TestCatalogs.catalogWith(Map.of(Attributes.REQUEST_OBFUSCATION, 1));
    private static final Catalog BOTH =
            TestCatalogs.catalogWith(Map.of(Attributes.REQUEST_LOCK, true, Attributes.REQUEST_OBFUSCATION, 1));

    @Test
    void aCatalogWhoseRulesCannotBeReadServesNobody() {
        Catalog guarded =
                new TestCatalogs().tenant("ruled").rules(RuleSet.CLOSED).catalog();
        ServeException refused = assertThrows(ServeException.class, () -> Admission.at(guarded, CLIENT, "wid=1"));
        assertEquals(FailureKind.REQUEST_REFUSED, refused.failure().kind());
        assertTrue(refused.failure().message().contains("its rules cannot be read (RuleSetFile)"));
    }

    @Test
    void norAsAnotherCatalogOfARequest() throws ServeException {
        Catalog guarded =
                new TestCatalogs().tenant("ruled").rules(RuleSet.CLOSED).catalog();
        Admission admission = Admission.at(OPEN, CLIENT, "wid=1");
        assertThrows(ServeException.class, () -> admission.requireAt(guarded));
    }

    /** Values that the reference's sample code gives. */
    @ParameterizedTest
    @CsvSource({
        "'', &0000",
        "A, &0041",
        "wid=100, &0716",
        "wid=400&hei=300&fmt=png, &2120",
        "$text=rate%26weight%3D85%25%2027%23, &c174",
        "layer=0&src=is{gallery/bridge?wid=50}, &f5b8"
    })
    void aLockIsTheReferencesSum(String modifiers, String lock) throws ServeException {
        assertEquals(lock, RequestLock.of(modifiers));
        for (String query : List.of(modifiers + lock, modifiers + lock.toUpperCase(Locale.ROOT))) {
            Admission admission = Admission.at(LOCKED, CLIENT, query);
            assertEquals(modifiers, admission.query());
            assertTrue(admission.locked());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "0000",
                "wid=100",
                "wid=100&0717",
                "wid=100&716",
                "wid=100&00716",
                "wid=100&0x716",
                "wid=100&+716",
                "wid=100&-716",
                "wid=1000716",
                "wid=100=0716",
                "wid=100%260716",
                "wid=100&%30716",
                "wid=100&0716&",
                "wid=100&0716&.v=1",
                "wid=101&0716",
                "&0716wid=100",
                "wid=100&0716&0716",
                "Wid=100&0716",
                "wid=100&\u0660716"
            })
    void aLockThatIsMissingWrongOrElsewhereIsRefused(String query) {
        assertRefused(LOCKED, query);
    }

    @Test
    void withoutModifiersTheLockIsThatOfNothing() throws ServeException {
        assertRefused(LOCKED, null);
        assertEquals("", Admission.at(LOCKED, CLIENT, "&0000").query());
    }

    @Test
    void theAnswerDoesNotTellTheRightLock() {
        Failure refused = assertRefused(LOCKED, "wid=100&0000");
        assertFalse(refused.message().contains("0716"), refused.message());
        assertTrue(refused.message().contains("RequestLock=1"), refused.message());
        assertEquals(refused.message(), assertRefused(LOCKED, null).message());
    }

    @Test
    void aLockThatNobodyAskedForIsTakenOffAllTheSame() throws ServeException {
        assertEquals(new Admission(CLIENT, "wid=100", true), Admission.at(OPEN, CLIENT, "wid=100&0716"));
        assertEquals(new Admission(CLIENT, "wid=100&beef", false), Admission.at(OPEN, CLIENT, "wid=100&beef"));
        assertEquals(new Admission(CLIENT, null, false), Admission.at(OPEN, CLIENT, null));
    }

    /** The page's example, as it is; its code stands for {@code txt=}, not {@code $txt=}. */
    @Test
    void modifiersMayBeObfuscatedAsTheReferenceHasIt() throws ServeException {
        assertEquals(
                "txt=my text string&$img=myImage",
                Admission.at(OBFUSCATED, CLIENT, "dHh0PW15IHRleHQgc3RyaW5nJiRpbWc9bXlJbWFnZQ==")
                        .query());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dGV4dD0/Pj8+fn4=",
                "dGV4dD0/Pj8+fn4",
                "dGV4dD0_Pj8-fn4=",
                "dGV4dD0_Pj8-fn4",
                "dGV4dD0%2FPj8%2Bfn4%3D",
                "dGV4dD0%2fPj8%2bfn4%3d"
            })
    void bothAlphabetsAndEncodedDelimitersAreRead(String query) throws ServeException {
        assertEquals("text=?>?>~~", Admission.at(OBFUSCATED, CLIENT, query).query());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wid=100",
                "$preset$",
                "d",
                "dGV4d",
                "dGV4dA===",
                "dGV4dA==dGV4",
                "=",
                "dGV4dA%253D%253D",
                "d GV4",
                "dGV4\ndGV4",
                "dGV4&.v=1",
                "?dGV4",
                "\u00e9"
            })
    void whatCannotBeDecodedIsRefused(String query) {
        assertRefused(OBFUSCATED, query);
        assertEquals(query, Admission.legible(OBFUSCATED, query));
    }

    @Test
    void nothingIsObfuscatedAsNothing() throws ServeException {
        assertNull(Admission.at(OBFUSCATED, CLIENT, null).query());
        assertEquals("", Admission.at(OBFUSCATED, CLIENT, "").query());
    }

    @Test
    void bytesThatAreNotUtf8AreLatin() throws ServeException {
        assertEquals(
                "text=\u00e9\u00ff",
                Admission.at(OBFUSCATED, CLIENT, base64("text=\u00e9\u00ff".getBytes(StandardCharsets.ISO_8859_1)))
                        .query());
        assertEquals(
                "text=\u00e9",
                Admission.at(OBFUSCATED, CLIENT, base64("text=\u00e9".getBytes(StandardCharsets.UTF_8)))
                        .query());
    }

    @Test
    void lineBreaksAndTheLikeComeOutEncoded() throws ServeException {
        assertEquals(
                "text=a%0D%0Ab%00%7F c",
                Admission.at(OBFUSCATED, CLIENT, base64("text=a\r\nb\0\u007f c"))
                        .query());
    }

    @Test
    void theLockIsWithinTheObfuscation() throws ServeException {
        assertEquals(
                "wid=100", Admission.at(BOTH, CLIENT, base64("wid=100&0716")).query());
        assertEquals("", Admission.at(BOTH, CLIENT, base64("&0000")).query());
        assertRefused(BOTH, base64("wid=100"));
        assertRefused(BOTH, base64("wid=100") + "&0716");
        assertRefused(BOTH, "wid=100&0716");
        assertRefused(BOTH, base64(base64("wid=100&0716")));
        assertRefused(BOTH, null);
        assertEquals("wid=1&beef", Admission.legible(BOTH, base64("wid=1&beef")));
    }

    /** Bytes beyond ASCII are negative to the reference's sample on some platforms, not on others. */
    @Test
    void bothReadingsOfBytesBeyondAsciiAreRight() throws ServeException {
        for (String lock : List.of("&dc7e", "&607e")) {
            assertEquals(
                    "text=\u00e9",
                    Admission.at(BOTH, CLIENT, base64("text=\u00e9" + lock)).query());
        }
        assertRefused(BOTH, base64("text=\u00e9&dc7f"));
    }

    @Test
    void aVeryLongQueryIsJustLong() throws ServeException {
        String modifiers = "a".repeat(3_000_000);
        assertEquals(
                modifiers,
                Admission.at(BOTH, CLIENT, base64(modifiers + RequestLock.of(modifiers)))
                        .query());
        assertRefused(BOTH, "A".repeat(3_000_001));
    }

    @Test
    void clientsThatAreNotListedAreRefusedWhateverTheyAsk() throws ServeException {
        Catalog office = TestCatalogs.catalogWith(Map.of(
                Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"), Attributes.REQUEST_LOCK, true));
        Failure refused = assertRefused(office, "wid=100&0716");
        assertTrue(refused.message().contains("203.0.113.9"), refused.message());
        assertEquals(refused.message(), assertRefused(office, "&").message());
        assertTrue(Admission.at(office, IpAddresses.parse("10.9.9.9"), "wid=100&0716")
                .locked());
    }

    @Test
    void otherCatalogsAskForTheirOwnLockAndAddressButNotForObfuscation() throws ServeException {
        Admission plain = Admission.at(OPEN, CLIENT, "src=x");
        plain.requireAt(OBFUSCATED);
        assertThrows(ServeException.class, () -> plain.requireAt(LOCKED));
        assertThrows(
                ServeException.class,
                () -> plain.requireAt(
                        TestCatalogs.catalogWith(Map.of(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.NOBODY))));
        Admission.at(OPEN, CLIENT, "src=x" + RequestLock.of("src=x")).requireAt(LOCKED);
    }

    @Test
    void filesByTheirPathsAreForKindsThatMay() throws ServeException {
        Catalog closed = TestCatalogs.catalogWith(
                Map.of(Attributes.ALLOW_DIRECT_ACCESS, new DirectAccess(Set.of(DirectAccess.Kind.STATIC))));
        Admission.requireDirectAccess(closed, DirectAccess.Kind.STATIC);
        assertThrows(ServeException.class, () -> Admission.requireDirectAccess(closed, DirectAccess.Kind.IS));
        Admission.requireDirectAccess(OPEN, DirectAccess.Kind.IS);
    }

    private static Failure assertRefused(Catalog catalog, String query) {
        Failure failure = assertThrows(ServeException.class, () -> Admission.at(catalog, CLIENT, query))
                .failure();
        assertEquals(FailureKind.REQUEST_REFUSED, failure.kind());
        return failure;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
