package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.protocol.admission.RequestLock;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is turned away, in which form, and by which ways nobody gets around it. */
class RefusalsTest {

    private static final InetAddress INSIDE = IpAddresses.parse("10.1.2.3");
    private static final InetAddress OUTSIDE = IpAddresses.parse("203.0.113.9");
    private static final String REFUSED = "request.refused";

    private final WorkScheduler scheduler = EngineSetup.gate();
    private final TestCatalogs catalogs = new TestCatalogs();
    private final List<PlannedRequest> answered = new ArrayList<>();
    private AccessRecord accessRecord = new AccessRecord();

    RefusalsTest() {
        catalogs.defaults()
                .record("logo", "logo.png")
                .record("error", "", "size=100,50&text=$error.title$", "")
                .record("stand-in", "stand-in.png")
                .set(Attributes.DEFAULT_IMAGE, "stand-in")
                .set(Attributes.ERROR_IMAGE, "error");
        catalogs.tenant("open")
                .set(Attributes.ROOT_PATH, "open")
                .macro("json", "req=props,json")
                .record("bowl", "bowl.jpg")
                .record("frame", "", "layer=0&src=$pic$&size=50,50", "");
        catalogs.tenant("office")
                .set(Attributes.ROOT_PATH, "office")
                .set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"))
                .record("plan", "plan.jpg")
                .record("told", "plan.jpg", "", "req=props,json")
                .record("card", "", "layer=0&src=plan&size=50,50", "");
        catalogs.tenant("locked")
                .set(Attributes.ROOT_PATH, "locked")
                .set(Attributes.REQUEST_LOCK, true)
                .record("bowl", "bowl.jpg");
        catalogs.tenant("veiled").set(Attributes.REQUEST_OBFUSCATION, 1).record("bowl", "bowl.jpg");
        catalogs.tenant("closed")
                .set(Attributes.ROOT_PATH, "closed")
                .set(Attributes.ALLOW_DIRECT_ACCESS, DirectAccess.NONE)
                .record("bowl", "bowl.jpg")
                .record("frame", "", "layer=0&src=$pic$&size=50,50", "");
        catalogs.tenant("strict")
                .set(Attributes.FULL_MATCH, true)
                .set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"))
                .record("plan", "plan.jpg");
    }

    @Test
    void whoIsListedIsServedAndSharedCachesDoNotKeepIt() {
        Reply reply = ask("office/plan", "wid=50", INSIDE);
        assertEquals("office/plan.jpg", text(reply));
        assertFalse(reply.freshness().shareable());
        assertTrue(ask("open/bowl", "wid=50", OUTSIDE).freshness().shareable());
        assertFalse(
                ask("open/bowl", "layer=1&src=office/plan", INSIDE).freshness().shareable());
        assertFalse(ask("office", "req=catalogprops", INSIDE).freshness().shareable());
    }

    /** Whoever is not listed gets another answer to each of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open/bowl   | mask=office/plan",
                "open/bowl   | layer=1&src=bowl&mask=office/plan",
                "open/bowl   | layer=1&src=is{office/plan}",
                "open/bowl   | layer=1&src=is{open/bowl?mask=office/plan}",
                "open/bowl   | layer=1&src=is{office/card}",
                "open/bowl   | layer=1&mask=is{office/plan}",
                "open/bowl   | template=office/card",
                "open/bowl   | req=props&mask=office/plan",
                "open/frame  | $pic$=office/plan&$pic=office/plan",
                "office/plan | src=open/bowl",
                "strict/logo | wid=50",
                "strict/plan | wid=50",
                "open/nothing |  mask=office/plan",
                "open/nothing |  defaultImage=office/plan",
            })
    void whateverPartAFilteredCatalogHas(String path, String query) {
        catalogs.defaults().set(Attributes.ERROR_EXPIRATION, Duration.ofMinutes(1));
        Reply reply = ask(path, query, INSIDE);
        assertFalse(reply.freshness().shareable(), text(reply));
        assertNotEquals(text(reply), text(ask(path, query, OUTSIDE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layer=1&src=bowl&mask=bowl", "layer=1&src=is{open/bowl}", "req=props"})
    void whatNoFilterHasAPartInIsForAll(String query) {
        assertTrue(ask("open/bowl", query, INSIDE).freshness().shareable());
    }

    @Test
    void whoIsNotListedGetsWordsAndNothingStandsIn() {
        Reply reply = ask("office/plan", "wid=50", OUTSIDE);
        assertEquals(REFUSED, text(reply));
        assertEquals(403, reply.status());
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.REQUEST_REFUSED), reply.standIn());
        assertFalse(reply.freshness().storable());
        assertEquals(ProcessingStatus.CONTENT_OR_USAGE, accessRecord.processingStatus());
        assertEquals("office", accessRecord.rootId());
        assertEquals(
                "request.refused: The catalog 'office' does not serve 203.0.113.9 (ClientAddressFilter)",
                accessRecord.exception());
        assertEquals(List.of(), answered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "img",
                "tmb",
                "props",
                "imageprops",
                "exists",
                "userdata",
                "catalogprops",
                "validate",
                "resolve",
                "explain",
                "xmp",
                "nonsense"
            })
    void everyTypeIsRefusedAlikeWhetherOrNotTheObjectExists(String type) {
        for (String object : List.of("plan", "told", "card", "nothing", "no/such/file.jpg", "")) {
            assertEquals(REFUSED, text(ask("office/" + object, "req=" + type, OUTSIDE)), object);
            assertEquals(REFUSED, text(ask("locked/" + object, "req=" + type, OUTSIDE)), object);
            assertEquals(REFUSED, text(ask("veiled/" + object, "req=" + type, OUTSIDE)), object);
            assertEquals(REFUSED, text(ask("strict/" + object, "req=" + type, OUTSIDE)), object);
        }
        assertEquals(List.of(), answered);
    }

    @Test
    void theFormIsTheOneThatTheQueryAsksFor() {
        assertEquals("JSON f 7", form("office/plan", "req=props,json&handler=f&id=7"));
        assertEquals("XML null null", form("office/nothing", "req=exists,xml"));
        assertEquals("JSON null null", form("locked/bowl", "req=props,json&beef"));
        assertEquals("JSON null null", form("veiled/bowl", "req=props,json"));
        assertEquals("JSON null null", form("open/bowl", "src=office/plan&$json$"));
        assertEquals("JSON null null", form("open/../bowl", "req=props,json"));
        catalogs.tenant("veiled").set(Attributes.REQUEST_LOCK, true);
        assertEquals("XML null null", form("veiled/bowl", base64("req=props,xml&beef")));
        // what a record of the catalog says would tell that there is one
        assertEquals("PLAIN null null", form("office/told", "wid=5"));
    }

    @Test
    void aLockLetsIn() {
        assertEquals("locked/bowl.jpg", text(ask("locked/bowl", "wid=100&0716", OUTSIDE)));
        assertEquals(100, answered.get(0).plan().view().scaling().width());
        assertEquals("locked/bowl.jpg", text(ask("locked/bowl", "&0000", OUTSIDE)));
        assertEquals(REFUSED, text(ask("locked/bowl", null, OUTSIDE)));
        assertEquals(REFUSED, text(ask("locked/bowl", "wid=200&0716", OUTSIDE)));
        assertEquals(REFUSED, text(ask("locked/bowl", "wid=100&0716&wid=200", OUTSIDE)));
    }

    @Test
    void obfuscatedRequestsAreReadAsTheyWereWritten() {
        assertEquals("open/bowl.jpg", text(ask("veiled", base64("src=open/bowl&wid=77"), OUTSIDE)));
        assertEquals(77, answered.get(0).plan().view().scaling().width());
        assertEquals("bowl.jpg", text(ask("veiled/bowl", null, OUTSIDE)));
        assertEquals(REFUSED, text(ask("veiled/bowl", "wid=77", OUTSIDE)));
    }

    @Test
    void hostileObfuscationIsJustAnotherQuery() {
        assertEquals("parameter.invalid", text(props("veiled/bowl", base64("req=props,json&wid=\1\u00e9"))));
        assertEquals("request.malformed", text(props("veiled/bowl", base64("req=props,json&text=%00"))));
        props("veiled/bowl", base64("wid=1&".repeat(50_000)));
        assertTrue(accessRecord.exception().startsWith("size.limit"), accessRecord.exception());
        byte[] noise = new byte[4000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31);
        }
        assertEquals("bowl.jpg", text(ask("veiled/bowl", Base64.getEncoder().encodeToString(noise), OUTSIDE)));
    }

    /** Each of these leads to an image of the catalog 'office' by another way than its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open | src=office/plan",
                "open | src=/office/plan",
                "open | src=//office//plan",
                "open | src=office%2Fplan",
                "open | src=%6Fffice/plan",
                "open | src=office/nothing",
                "open | src=office/file.jpg",
                "open/bowl | layer=1&src=office/plan",
                "open/bowl | layer=1&src=office/plan&hide=1",
                "open/bowl | mask=office/plan",
                "open/bowl | src=is{office/plan}",
                "open/bowl | src=is{office?src=plan}",
                "open/bowl | src=is{open?src=is(office/plan)}",
                "open/bowl | src=is%7Boffice%2Fplan%7D",
                "open/bowl | src=is{/office/plan}",
                "open/bowl | mask=is{office/plan}",
                "open/bowl | template=office/card",
                "open/bowl | template=office/nothing",
                "open/frame | $pic=office/plan",
                "open/bowl | $p=office&src=$p$/plan",
                "'' | src=office/plan",
                "'' | src=is{office/plan}",
                "open | template=frame&$pic=office/plan",
                "/office/plan | wid=5",
                "//office/plan | wid=5",
                "./office/plan | wid=5",
                "%2e/office/plan | wid=5",
                ".//./office/file.jpg | wid=5",
                "office%2Fplan | wid=5",
                "o%66fice/plan | wid=5",
                "office//plan | wid=5",
                "office/./plan | wid=5",
                "office | src=/logo",
                "strict/nothing | wid=5",
                "open | src=strict/nothing"
            })
    void noWayLeadsAroundAFilter(String path, String query) {
        assertEquals(REFUSED, text(ask(path, query, OUTSIDE)));
        assertEquals(List.of(), answered);
        ask(path, query, INSIDE);
        assertFalse(String.valueOf(accessRecord.exception()).contains(REFUSED), accessRecord.exception());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open?src=locked/bowl&wid=100",
                "open?src=is{locked/bowl?wid=5}",
                "open/bowl?mask=locked/bowl",
                "open/frame?$pic=locked/bowl",
                "?src=locked/bowl"
            })
    void imagesOfALockedCatalogWantALockByEveryWay(String request) {
        String path = request.substring(0, request.indexOf('?'));
        String query = request.substring(request.indexOf('?') + 1);
        assertEquals(REFUSED, text(ask(path, query, OUTSIDE)));
        String locked = text(ask(path, query + RequestLock.of(query), OUTSIDE));
        assertTrue(locked.contains("locked/"), locked);
    }

    /** Elements of dots are malformed wherever a name stands, so that they lead around nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "open?src=./office/plan",
                "open?src=/./office/plan",
                "open?src=..;/office/plan",
                "open?src=%252e%252e/office/plan",
                "open/bowl?mask=./office/plan",
                "open/bowl?mask=x/%c0%ae%c0%ae/plan",
                "open/bowl?layer=1&src=is{./office/plan}",
                "open/bowl?layer=1&src=is{..;x=1/office/plan?wid=5}",
                "open/bowl?layer=1&src=is{open/bowl?mask=%2e%2e%3b/office/plan}",
                "open/bowl?template=./office/card",
                "open/frame?$pic=./office/plan",
                "closed/./file.jpg?wid=5",
                "open/..;/..;/admin?wid=5",
                "open/%2e%2e;x/bowl?wid=5",
                "open\\..\\bowl?wid=5"
            })
    void dotsLeadAroundNothing(String request) {
        int question = request.indexOf('?');
        Reply reply = ask(request.substring(0, question), request.substring(question + 1), INSIDE);
        assertEquals(new StandIn(StandIn.Kind.ERROR_IMAGE, FailureKind.REQUEST_MALFORMED), reply.standIn());
    }

    @Test
    void aDefaultImageIsNoWayAroundEither() {
        assertEquals("object.unknown", text(ask("open/nothing.jpg", "defaultImage=office/plan", OUTSIDE)));
        assertEquals("office/plan.jpg", text(ask("open/nothing.jpg", "defaultImage=office/plan", INSIDE)));
        assertEquals("object.unknown", text(ask("open/nothing.jpg", "defaultImage=locked/bowl", OUTSIDE)));
        assertEquals("object.unknown", text(ask("open/nothing.jpg", "defaultImage=closed/file.jpg", OUTSIDE)));
        catalogs.tenant("open").set(Attributes.DEFAULT_IMAGE_MODE, 1);
        assertEquals("object.unknown", text(ask("open/nothing.jpg", "defaultImage=office/plan", OUTSIDE)));
        // what the catalog names itself is its operator's doing
        catalogs.tenant("open").set(Attributes.DEFAULT_IMAGE, "office/plan");
        assertEquals("office/plan.jpg", text(ask("open/nothing.jpg", null, OUTSIDE)));
    }

    @Test
    void filesByTheirPathsAreRefusedWhereOnlyRecordsAre() {
        for (String way : List.of(
                "closed/file.jpg?",
                "closed/bowl.svg?",
                "closed?src=file.jpg",
                "closed/bowl?mask=file.png",
                "closed/frame?$pic=file.jpg",
                "closed?src=is{file.jpg}",
                "open?src=closed/file.jpg",
                "open?src=/closed/file.jpg",
                "open/bowl?layer=3&src=is{closed/file.jpg}",
                "closed/file.jpg?req=props",
                "closed/file.jpg?req=imageprops",
                "closed/file.jpg?req=userdata",
                "closed/file.jpg?req=validate",
                "closed/file.jpg?req=resolve")) {
            int question = way.indexOf('?');
            assertEquals(REFUSED, text(ask(way.substring(0, question), way.substring(question + 1), INSIDE)), way);
        }
        assertEquals("closed/bowl.jpg", text(ask("closed/bowl", null, INSIDE)));
        assertEquals("closed/bowl.jpg", text(ask("open", "src=closed/bowl", INSIDE)));
        assertEquals("logo.png", text(ask("closed/logo", null, INSIDE)));
        assertEquals("open/file.jpg", text(ask("closed", "src=open/file.jpg", INSIDE)));
    }

    @Test
    void whatIsNeitherARecordNorAFileIsMissingWhereOnlyRecordsAreServed() {
        for (String way : List.of(
                "closed/nothing?wid=5",
                "closed/no/nothing.jpg?",
                "closed?src=nothing.jpg",
                "closed/bowl?mask=nothing.png",
                "closed/frame?$pic=nothing.jpg",
                "open?src=closed/nothing",
                "open/bowl?layer=3&src=is{closed/nothing.jpg}")) {
            int question = way.indexOf('?');
            Reply reply = ask(way.substring(0, question), way.substring(question + 1), INSIDE);
            assertEquals("stand-in.png", text(reply), way);
            assertEquals(new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.OBJECT_UNKNOWN), reply.standIn());
        }
        for (String type : List.of("props", "imageprops", "userdata", "validate", "resolve")) {
            assertEquals("object.unknown", text(ask("closed/nothing", "req=" + type, INSIDE)), type);
        }
        assertTrue(operator("closed/nothing", "req=explain").contains("\"outcome\":{\"code\":\"object.unknown\""));
        catalogs.tenant("closed").set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"));
        for (String path : List.of("closed/nothing", "closed/file.jpg", "closed/bowl")) {
            assertEquals(REFUSED, text(ask(path, null, OUTSIDE)), path);
            assertEquals(REFUSED, text(ask("open", "src=" + path, OUTSIDE)), path);
        }
    }

    @Test
    void whetherThereIsARecordMayBeAskedOfAnyPath() {
        assertNull(ask("closed/file.jpg", "req=exists", INSIDE).standIn());
        assertNull(ask("closed/bowl", "req=exists", INSIDE).standIn());
        assertNull(ask("closed/any", "req=catalogprops", INSIDE).standIn());
        assertNull(ask("open/bowl", "req=exists&src=office/plan", OUTSIDE).standIn());
    }

    @Test
    void kindsAreToldApart() {
        catalogs.tenant("closed").set(Attributes.ALLOW_DIRECT_ACCESS, new DirectAccess(Set.of(DirectAccess.Kind.IS)));
        assertEquals("closed/file.jpg", text(ask("closed/file.jpg", null, INSIDE)));
        assertEquals(REFUSED, text(ask("closed/file.SVG", null, INSIDE)));
    }

    @Test
    void recordsOfTheDefaultCatalogAreThereForAllItsFilesAreItsOwn() {
        catalogs.defaults()
                .set(Attributes.REQUEST_LOCK, true)
                .set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"));
        catalogs.tenant("open")
                .set(Attributes.REQUEST_LOCK, false)
                .set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.ANYONE);
        assertEquals("logo.png", text(ask("open/logo", null, OUTSIDE)));
        assertEquals("logo.png", text(ask("open", "src=/logo", OUTSIDE)));
        assertEquals(REFUSED, text(ask("open", "src=/file.jpg", OUTSIDE)));
        assertEquals(REFUSED, text(ask("logo", null, OUTSIDE)));
        assertEquals(REFUSED, text(ask("", null, OUTSIDE)));
    }

    @Test
    void requestsWithoutACatalogCanBeSwitchedOff() {
        for (String path : List.of("", "logo", "/logo", "nowhere/logo", "./logo")) {
            assertEquals(REFUSED, text(ask(path, "wid=50", INSIDE, named())), path);
            assertEquals(REFUSED, text(ask(path, "req=exists", INSIDE, named())), path);
        }
        assertEquals(REFUSED, text(ask("", null, INSIDE, named())));
        assertEquals(REFUSED, text(ask("", "req=undefined", INSIDE, named())));
        assertEquals(REFUSED, text(ask("", "template=nothing", INSIDE, named())));
        assertNull(ask("", "req=catalogprops", INSIDE, named()).standIn());
        assertNull(ask("", "req=CatalogProps,xml", INSIDE, named()).standIn());
        assertEquals("open/bowl.jpg", text(ask("open/bowl", null, INSIDE, named())));
        assertEquals("logo.png", text(ask("open/logo", null, INSIDE, named())));
    }

    @Test
    void explanationsAreForThoseWhoAreLetInAndForOperators() {
        catalogs.defaults().set(Attributes.ALLOW_EXPLAIN, true);
        assertEquals(REFUSED, text(ask("office/plan", "req=explain", OUTSIDE)));
        assertEquals(REFUSED, text(ask("open/bowl", "req=explain&src=office/plan", OUTSIDE)));
        assertEquals(REFUSED, text(ask("closed/file.jpg", "req=explain", INSIDE)));
        assertTrue(text(ask("office/plan", "req=explain", INSIDE)).contains("plan.jpg"));
        String told = text(ask("veiled/bowl", base64("req=explain&wid=33"), INSIDE));
        assertTrue(told.contains("\"command\":\"wid\",\"value\":\"33\""), told);
    }

    @Test
    void operatorsAskAboutRequestsAsTheyAreSent() {
        String filtered = operator("office/plan", "wid=7&req=explain");
        assertTrue(filtered.contains("office/plan.jpg") && filtered.contains("\"value\":\"7\""), filtered);
        assertTrue(operator("office/plan", "req=explain").contains("office/plan.jpg"));
        assertTrue(operator("locked/bowl", "wid=100&0716&req=explain").contains("locked/bowl.jpg"));
        String unlocked = operator("locked/bowl", "wid=200&0716&req=explain");
        assertTrue(unlocked.contains("RequestLock=1") && unlocked.contains("\"value\":\"200\""), unlocked);
        assertTrue(operator("veiled/bowl", base64("wid=33") + "&req=explain").contains("\"value\":\"33\""));
        assertTrue(operator("closed/file.jpg", "req=explain").contains("AllowDirectAccess"));
    }

    private Reply props(String path, String query) {
        return ask(path, query, INSIDE);
    }

    private String form(String path, String query) {
        ErrorForm form = asked(path, query);
        return form.syntax() + " " + form.handler() + " " + form.id();
    }

    private ErrorForm asked(String path, String query) {
        EngineSetup.Codes codes = new EngineSetup.Codes();
        serve(path, query, OUTSIDE, catalogs, codes);
        return codes.form();
    }

    private Reply ask(String path, String query, InetAddress client) {
        return ask(path, query, client, catalogs);
    }

    private Reply ask(String path, String query, InetAddress client, Catalogs snapshot) {
        return serve(path, query, client, snapshot, new EngineSetup.Codes());
    }

    private Reply serve(String path, String query, InetAddress client, Catalogs snapshot, EngineSetup.Codes codes) {
        accessRecord = new AccessRecord();
        return serve(
                new Call(
                        path,
                        query,
                        client,
                        Instant.now().plusSeconds(9),
                        Forwardable.YES,
                        snapshot,
                        accessRecord,
                        false),
                codes);
    }

    private Reply serve(Call call, EngineSetup.Codes codes) {
        SourceAccess files = new EngineSetup.Names(key -> isNothing(key.path()) ? missing(key.path()) : null);
        StandInStage service = EngineSetup.service(this::draw, new EngineSetup.NothingDrawn(), scheduler, codes, files);
        return assertInstanceOf(Reply.class, service.serve(call));
    }

    private String operator(String path, String query) {
        Call call = new Call(path, query, OUTSIDE, Instant.MAX, Forwardable.NO, catalogs, new AccessRecord(), true);
        return text(serve(call, new EngineSetup.Codes()));
    }

    private Catalogs named() {
        return new Catalogs() {
            @Override
            public Catalog defaultCatalog() {
                return catalogs.defaultCatalog();
            }

            @Override
            public Optional<Catalog> catalog(String rootId) {
                return catalogs.catalog(rootId);
            }

            @Override
            public Collection<Catalog> all() {
                return catalogs.all();
            }

            @Override
            public boolean allowsDefaultCatalogRequests() {
                return false;
            }
        };
    }

    /** Names the files; what is called nothing is not there. */
    private Reply draw(PlannedRequest request, Instant deadline) throws ServeException {
        answered.add(request);
        List<String> files = request.sources().stream().map(SourceKey::toString).toList();
        for (String file : files) {
            if (isNothing(file)) {
                throw missing(file);
            }
        }
        return Reply.of("text/plain", String.join(",", files).getBytes(StandardCharsets.UTF_8))
                .withFreshness(request.freshness());
    }

    private static boolean isNothing(String file) {
        return file.contains("nothing");
    }

    private static ServeException missing(String file) {
        return new ServeException(new Failure.Missing(file, false));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
