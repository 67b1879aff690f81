package dev.understudy.content.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Secondary;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which static content a request gets. */
class ContentServiceTest {

    private static final Instant FILE_TIME = Instant.parse("2020-02-02T02:02:02Z");
    private static final InetAddress CLIENT = InetAddress.getLoopbackAddress();
    private static final Instant RECORD_TIME = Instant.parse("2018-06-21T12:00:00Z");

    @TempDir
    Path folder;

    private final AccessRecord accessRecord = new AccessRecord();
    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog defaults = catalogs.defaults();
    private final TestCatalog gallery = catalogs.tenant("gallery");
    private FolderSources sources;
    private final PlainWords words = new PlainWords();
    private ContentService contents;
    private boolean revalidation;
    private @Nullable String fault;

    /** Says all that it is told. */
    private static final class PlainWords implements ErrorRenderer {

        private @Nullable ErrorForm form;

        @Override
        public Reply text(Failure failure, ErrorForm asked, StatusPolicy policy, int detail) {
            form = asked;
            String words = failure.kind().code() + " " + detail + " " + failure.message();
            return Reply.of("text/plain", words.getBytes(StandardCharsets.UTF_8))
                    .withStatus(failure.kind().status(policy))
                    .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
        }

        @Override
        public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void catalogs() {
        defaults.set(Attributes.STATIC_CONTENT_ROOT_PATH, "common");
        defaults.content("terms", "terms.html");
        gallery.set(Attributes.STATIC_CONTENT_ROOT_PATH, "gallery")
                .set(Attributes.EXPIRATION, Duration.ofHours(5))
                .set(Attributes.NON_IMG_EXPIRATION, Duration.ofMinutes(6))
                .set(Attributes.ERROR_DETAIL, 2)
                .set(Attributes.ERROR_STATUS, StatusPolicy.HTTP);
        gallery.content("style", "style.css")
                .set(RecordFields.EXPIRATION, Duration.ofHours(24))
                .set(RecordFields.USER_DATA, "Title=Style\nLanguage=en");
        gallery.content("about", "docs/about.txt")
                .set(RecordFields.TIME_STAMP, RECORD_TIME)
                .set(RecordFields.USER_TYPE, "document");
        gallery.content("lost", "lost/leaflet.pdf");
        gallery.content("a/b", "docs/about.txt");
    }

    @BeforeEach
    void files() throws Exception {
        write("gallery/style.css", "a { color: red }");
        write("gallery/docs/about.txt", "About");
        write("gallery/sch\u00f6n & gut.txt", "schoen");
        write("gallery/empty.bin", "");
        write("common/terms.html", "<p>Terms</p>");
        write("common/gallery/plain.txt", "whole name");
        sources = new FolderSources(folder);
        contents = new ContentService(sources, words);
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(FILE_TIME));
    }

    @AfterEach
    void close() throws Exception {
        for (FileChannel channel : sources.channels) {
            channel.close();
        }
    }

    private Answer ask(String path, String query, boolean forwardable) {
        return contents.answer(
                path,
                query,
                CLIENT,
                catalogs,
                forwardable ? Forwardable.YES : Forwardable.NO,
                revalidation,
                fault,
                accessRecord);
    }

    @Test
    void faultsAreGivenToThoseWhoMayAskForThem() {
        fault = "source.missing";
        assertNull(
                assertInstanceOf(Reply.class, ask("gallery/about", null, true)).standIn());
        gallery.set(Attributes.ALLOW_EXPLAIN, true);
        ask("gallery/about", null, false);
        assertEquals(List.of("Understudy-Fault"), accessRecord.ignored());
        gallery.set(Attributes.FAULT_INJECTION, true);
        assertFault(FailureKind.STATIC_MISSING, 404);
        assertEquals("static.missing", accessRecord.injected());
        fault = "source.unreadable";
        assertFault(FailureKind.STATIC_UNREADABLE, 502);
        fault = "static.unreadable";
        assertFault(FailureKind.STATIC_UNREADABLE, 502);
        fault = "overload";
        assertFault(FailureKind.SERVER_OVERLOADED, 503);
        fault = "font.corrupt";
        assertFault(FailureKind.PARAMETER_INVALID, 400);
        fault = "secondary.timeout";
        assertFault(FailureKind.REQUEST_MALFORMED, 400);
        Reply late = assertInstanceOf(Reply.class, ask("gallery/about", null, true));
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.SECONDARY_TIMEOUT), late.standIn());
        fault = "source.missing";
        assertInstanceOf(Forward.class, ask("gallery/about", null, true));
        fault = "slow=50";
        long begin = System.nanoTime();
        Reply slow = assertInstanceOf(Reply.class, ask("gallery/about", null, false));
        assertTrue(System.nanoTime() - begin >= 50_000_000);
        assertNull(slow.standIn());
        assertEquals(Freshness.NO_STORE, slow.freshness());
    }

    private void assertFault(FailureKind kind, int status) {
        Reply reply = assertInstanceOf(Reply.class, ask("gallery/about", null, false));
        assertEquals(new StandIn(StandIn.Kind.TEXT, kind), reply.standIn());
        assertEquals(status, reply.status());
        assertEquals(Freshness.NO_STORE, reply.freshness());
    }

    @Test
    void contentIsTranslated() throws Exception {
        gallery.set(Attributes.LOCALE_MAP, "de,_D,|fr,_F").set(Attributes.LOCALE_STR_MAP, "de,D|fr,F");
        gallery.content("about_D", "docs/ueber.txt").set(RecordFields.USER_DATA, "Title=About^loc=D^Wir");
        write("gallery/docs/ueber.txt", "Wir");
        Reply reply = assertInstanceOf(Reply.class, ask("gallery/about", "locale=DE", false));
        assertEquals(3, reply.body().length());
        Reply data = assertInstanceOf(Reply.class, ask("gallery/about", "locale=de&req=userdata", false));
        assertEquals("Title=Wir\r\n", new String(((Body.Bytes) data.body()).bytes(), StandardCharsets.UTF_8));
        Reply untranslated = assertInstanceOf(Reply.class, ask("gallery/style", "locale=de", false));
        assertEquals(16, untranslated.body().length());
        Reply unknown = assertInstanceOf(Reply.class, ask("gallery/about", "locale=ja", false));
        assertEquals(
                FailureKind.PARAMETER_INVALID,
                Objects.requireNonNull(unknown.standIn()).cause());
    }

    @Test
    void rulesAreAppliedToStaticContentToo() {
        gallery.ruled(
                "<rule RequestType='is' OnMatch='error'/>",
                "<rule OnMatch='error'><expression>[.]bin$</expression></rule>",
                "<rule Expiration='1' RequestType='static'><expression>(css|txt)-1[.]2$</expression>"
                        + "<substitution>$1</substitution><header Name='X-Version'>1.2</header></rule>");
        Reply style = get("gallery/docs/about.txt-1.2");
        assertEquals(200, style.status());
        assertEquals(Duration.ofHours(1), style.freshness().maxAge());
        assertEquals("X-Version", style.headers().get(0).name());
        assertEquals("gallery/docs/about.txt", accessRecord.transformedTarget());
        assertEquals(List.of(), get("gallery/style").headers());
        assertNull(accessRecord.transformedTarget());
        assertRefused("gallery/empty.bin");
    }

    private void assertRefused(String path) {
        StandIn standIn = get(path).standIn();
        assertTrue(standIn != null && standIn.cause() == FailureKind.REQUEST_REFUSED);
    }

    private Reply get(String path) {
        return assertInstanceOf(Reply.class, ask(path, null, false));
    }

    private Reply get(String path, String query) {
        return assertInstanceOf(Reply.class, ask(path, query, false));
    }

    /** The same as from another server on the same files. */
    private Reply restarted(String path) {
        contents = new ContentService(sources, words);
        return get(path);
    }

    private static String text(Reply reply) throws Exception {
        if (reply.body() instanceof Body.Bytes inMemory) {
            return new String(inMemory.bytes(), StandardCharsets.UTF_8);
        }
        Body.Opened opened = (Body.Opened) reply.body();
        assertEquals(0, opened.channel().position());
        ByteBuffer bytes = ByteBuffer.allocate((int) opened.length() + 1);
        while (opened.channel().read(bytes) > 0) {
            // to the end
        }
        opened.channel().close();
        assertEquals(opened.length(), bytes.position());
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Test
    void aRecord() throws Exception {
        Reply reply = get("gallery/style");
        assertEquals("a { color: red }", text(reply));
        assertEquals(200, reply.status());
        assertEquals("text/css;charset=utf-8", reply.contentType());
        assertEquals(Freshness.of(Duration.ofHours(24)), reply.freshness());
        assertEquals(FILE_TIME, reply.lastModified());
        assertNull(reply.standIn());
        assertEquals(1, reply.stamps().size());
        assertEquals("gallery", accessRecord.rootId());
        assertFalse(accessRecord.pathBasedAccess());
        assertEquals("", accessRecord.requestType());
        assertNull(accessRecord.exception());
    }

    @Test
    void theDigestIsTheMd5OfTheBytes() {
        assertEquals("8f7f4c1ce7a4f933663d10543562b096", get("gallery/about").digest());
        assertEquals(
                "d41d8cd98f00b204e9800998ecf8427e", get("gallery/empty.bin").digest());
    }

    /** The first byte of a film is sent at once, and nothing is read for clients that leave. */
    @Test
    void aLargeFileIsNotReadBeforeItIsSent() throws Exception {
        Path film = folder.resolve("gallery/film.mp4");
        try (var channel = FileChannel.open(film, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}), TaggedSources.SMALL);
        }
        Reply reply = get("gallery/film.mp4");
        assertEquals(1, sources.taken, "once, for the client");
        assertEquals(TaggedSources.SMALL + 1, reply.body().length());
        assertTrue(String.valueOf(reply.digest()).matches("[0-9a-f]{32}"), reply.digest());
    }

    @Test
    void aStateOfALargeFileHasOneTagAtAllTimes() throws Exception {
        String large = "x".repeat((int) TaggedSources.SMALL + 1);
        write("gallery/film.mp4", large);
        String before = get("gallery/film.mp4").digest();
        assertEquals(before, get("gallery/film.mp4").digest());
        assertEquals(before, restarted("gallery/film.mp4").digest(), "after a restart");
        write("gallery/film.mp4", large + "x");
        String longer = get("gallery/film.mp4").digest();
        assertFalse(before.equals(longer));
        Files.setLastModifiedTime(folder.resolve("gallery/film.mp4"), FileTime.from(FILE_TIME.plusMillis(1)));
        assertFalse(longer.equals(get("gallery/film.mp4").digest()));
        write("gallery/other.mp4", large);
        sources.identity = "another";
        assertFalse(before.equals(get("gallery/other.mp4").digest()), "of the same size and time");
    }

    @Test
    void whoeverSendsAFileLearnsThatItIsWrittenOver() throws Exception {
        write("gallery/film.mp4", "x".repeat((int) TaggedSources.SMALL + 1));
        assertFalse(((Body.Opened) get("gallery/film.mp4").body()).overwritten().getAsBoolean());
        sources.overwritten = 1;
        assertTrue(((Body.Opened) get("gallery/film.mp4").body()).overwritten().getAsBoolean());
    }

    @Test
    void aSmallFileIsReadOnce() {
        get("gallery/style");
        assertEquals(2, sources.taken);
        get("gallery/style");
        assertEquals(3, sources.taken);
    }

    @Test
    void theLongestSmallFileHasADigest() throws Exception {
        write("gallery/small.bin", "x".repeat((int) TaggedSources.SMALL));
        String digest = get("gallery/small.bin").digest();
        Files.setLastModifiedTime(folder.resolve("gallery/small.bin"), FileTime.from(FILE_TIME.plusMillis(1)));
        assertEquals(digest, get("gallery/small.bin").digest(), "the bytes are the same");
    }

    @Test
    void whatNeverChangesIsNotLookedAt() {
        gallery.content("for-ever", "lost/leaflet.pdf").set(RecordFields.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        revalidation = true;
        Reply reply = get("gallery/for-ever");
        assertEquals(304, reply.status());
        assertEquals(Freshness.of(Syntaxes.NEVER_EXPIRES), reply.freshness());
        assertEquals(List.of(), sources.opened);
        assertEquals(304, get("gallery/for-ever", "cache=on").status());
        assertEquals(404, get("gallery/for-ever", "cache=validate").status());
        assertEquals(404, get("gallery/for-ever", "cache=off").status());
        assertEquals(200, get("gallery/style").status(), "which expires");
        gallery.set(Attributes.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        assertEquals(304, get("gallery/docs/about.txt").status(), "by the attribute");
        assertEquals(200, get("gallery/docs/about.txt", "req=props").status());
        revalidation = false;
        assertEquals(200, get("gallery/docs/about.txt").status());
        gallery.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.NOBODY);
        revalidation = true;
        assertEquals(403, get("gallery/for-ever").status());
    }

    @ParameterizedTest
    @CsvSource({
        "gallery/style, ''",
        "gallery/lost, ''",
        "gallery/style?req=props, PROPS",
        "gallery/x?req=Exists%2cjson, EXISTS",
        "gallery/style?req=userdata, USERDATA"
    })
    void theLogHasTheTypeOfTheRequest(String request, String type) {
        String[] parts = request.split("\\?");
        get(parts[0], parts.length == 1 ? null : parts[1]);
        assertEquals(type, accessRecord.requestType());
    }

    @Test
    void aRecordsOwnTimeStampGoesBeforeTheFiles() {
        assertEquals(RECORD_TIME, get("gallery/about").lastModified());
    }

    @Test
    void aRecordWithoutLifetimeHasItsCatalogs() {
        assertEquals(Freshness.of(Duration.ofHours(5)), get("gallery/about").freshness());
    }

    @ParameterizedTest
    @CsvSource({
        "gallery/style, style.css, gallery, true",
        "gallery//style, style.css, gallery, true",
        "gallery/a/b, docs/about.txt, gallery, true",
        "gallery/style.css, style.css, gallery, false",
        "gallery/docs/about.txt, docs/about.txt, gallery, false",
        "terms, terms.html, common, true",
        "/terms, terms.html, common, true",
        "gallery/terms, terms.html, common, true",
        "terms.html, terms.html, common, false",
        "/gallery/plain.txt, gallery/plain.txt, common, false",
    })
    void whatAPathNames(String path, String file, String rootPath, boolean cataloged) {
        assertEquals(200, get(path).status());
        assertEquals(
                new SourceKey(SourceKey.Kind.STATIC_CONTENT, rootPath, file, cataloged),
                sources.opened.get(sources.opened.size() - 1));
        assertEquals(!cataloged, accessRecord.pathBasedAccess());
    }

    @Test
    void withFullMatchAPathIsTheDefaultCatalogs() throws Exception {
        gallery.set(Attributes.FULL_MATCH, true);
        assertEquals("whole name", text(get("gallery/plain.txt")));
        assertEquals(
                new SourceKey(SourceKey.Kind.STATIC_CONTENT, "common", "gallery/plain.txt", false),
                sources.opened.get(0));
        assertEquals("", accessRecord.rootId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallery/sch%C3%B6n%20&%20gut.txt", "gallery/sch%F6n%20%26%20gut.txt"})
    void namesMayBeEncodedInUtf8OrLatin1(String path) throws Exception {
        assertEquals("schoen", text(get(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "gallery/%C3%A4-%E4, ä-ä",
        "gallery/%EF%BF%BD-%E4, \uFFFD-ä",
        "gallery/%zz, %zz",
        "gallery/100%, 100%",
        "gallery/a+b, a+b",
    })
    void namesAreReadAsThoseOfImages(String path, String file) throws Exception {
        write("gallery/" + file, "read");
        assertEquals("read", text(get(path)));
    }

    @Test
    void commandsAreReadAsThoseOfImages() throws Exception {
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"catalogRecord.exists\":\"1\"},\"%zz-\uFFFD-ä-ä b\");",
                text(get("gallery/style", "%72eq=exists,%6Ason&id=%zz-%EF%BF%BD-%C3%A4-%E4+b")));
        assertEquals(200, get("gallery/about", "type=document&TYPE=").status());
        assertEquals(
                200,
                get("gallery/about", ".type=script&src=is{x?type=script&type=script}")
                        .status());
    }

    @Test
    void whoIsNotLetInLearnsNothingOfThePath() {
        gallery.set(Attributes.REQUEST_LOCK, true);
        assertRefused("gallery/..", "type=document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gallery/../secret",
                "..",
                "../x",
                "gallery/%2e%2e/secret",
                "gallery/%2E./secret",
                "gallery%2F..%2Fsecret",
                "gallery/..%5Csecret",
                "gallery/a%00b",
                "gallery/a%0Ab"
            })
    void whatLeadsElsewhereIsRefusedUnseen(String path) throws Exception {
        Reply reply = get(path);
        assertEquals(path.startsWith("gallery") ? 400 : 403, reply.status());
        assertTrue(text(reply).startsWith("request.malformed"), text(reply));
        assertTrue(sources.opened.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "gallery/none, 'req=props,json&handler=f&id=7', JSON, f, 7",
        "gallery/.., 'req=props,xml', XML, ,",
        "gallery/%zz, 'req=userdata,javascript', TEXT, ,",
        "gallery/none, '%72eq=props,json&handler=%zz&id=%25&id=', JSON, %zz, %",
        "gallery/none, 'req=props,xml&src=is{a?req=props,json&id=1}', XML, ,",
        "gallery/none, 'req=props,yaml', TEXT, ,",
        "gallery/none, 'req=nosuch,json&handler=alert(1)', JSON, alert(1),",
        "gallery/none, 'REQ=Props,+Json&type=%zz&cache=maybe', JSON, ,",
        "gallery/none, 'req=nosuch', PLAIN, ,",
        "gallery/none, 'req=%zz&&=', PLAIN, ,",
        "gallery/none, , PLAIN, ,",
    })
    void errorsHaveTheFormAskedForWhateverElseIsWrong(
            String path, String query, ErrorForm.PropertySyntax syntax, String handler, String id) {
        get(path, query);
        assertEquals(new ErrorForm(syntax, handler, id, null), words.form);
    }

    @Test
    void errorsMayBeKeptAsLongAsTheCatalogSays() {
        assertEquals(Freshness.NO_STORE, get("gallery/none").freshness());
        gallery.set(Attributes.ERROR_EXPIRATION, Duration.ofSeconds(20));
        assertEquals(Freshness.of(Duration.ofSeconds(20)), get("gallery/none").freshness());
        assertEquals(Freshness.NO_STORE, get("gallery/about", "type=script").freshness());
        Forward forward = assertInstanceOf(Forward.class, ask("gallery/none", null, true));
        Failure late = new Failure.SecondaryFailure(FailureKind.SECONDARY_TIMEOUT, "late", null);
        assertEquals(Freshness.NO_STORE, forward.onNoResponse().apply(late).freshness());
    }

    @Test
    void missingContentIsAnErrorInTheCatalogsWords() throws Exception {
        Reply reply = get("gallery/lost");
        assertEquals(404, reply.status());
        assertEquals("static.missing 2 There is no content at 'gallery/lost/leaflet.pdf'", text(reply));
        assertEquals("static.missing: There is no content at 'gallery/lost/leaflet.pdf'", accessRecord.exception());
        assertEquals(403, get("nowhere").status());
        assertEquals(403, get("").status());
        assertEquals(404, get("gallery").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallery/lost", "gallery/no-record.pdf", "nothing"})
    void missingContentIsForwardedWithAndWithoutRecord(String path) throws Exception {
        Forward forward = assertInstanceOf(Forward.class, ask(path, null, true));
        assertEquals(FailureKind.STATIC_MISSING, forward.cause().kind());
        Reply unreachable = forward.onNoResponse()
                .apply(new Failure.SecondaryFailure(FailureKind.SECONDARY_TIMEOUT, "too late", null));
        assertEquals(504, unreachable.status());
        assertTrue(text(unreachable).startsWith("secondary.timeout"));
    }

    @Test
    void aCatalogSaysWhereToOrThatItWantsNone() {
        gallery.set(Attributes.ERROR_REDIRECT_ROOT_URL, Optional.of(Secondary.listOf("http://b")));
        Forward forward = assertInstanceOf(Forward.class, ask("gallery/lost", null, true));
        assertEquals(Optional.of(Secondary.listOf("http://b")), forward.target().secondaries());
        gallery.set(Attributes.ERROR_REDIRECT_ROOT_URL, Optional.of(List.of()));
        assertInstanceOf(Reply.class, ask("gallery/lost", null, true));
    }

    @Test
    void nothingElseIsForwarded() {
        assertInstanceOf(Reply.class, ask("gallery/../x", null, true));
        assertInstanceOf(Reply.class, ask("gallery/about", "type=drawing", true));
        assertInstanceOf(Reply.class, ask("gallery/style", null, true));
    }

    @Test
    void theTypeMustFitWhereTheRecordHasOne() throws Exception {
        assertEquals(200, get("gallery/about", "type=document").status());
        assertEquals(200, get("gallery/about", "type=").status());
        assertEquals(200, get("gallery/style", "type=anything").status());
        assertEquals(200, get("gallery/style.css", "TYPE=anything").status());
        Reply refused = get("gallery/about", "x=1&Type=Document");
        assertEquals(403, refused.status());
        assertEquals("request.refused 2 The content is of type 'document', not of 'Document'", text(refused));
    }

    @Test
    void clientsMayBeKeptFromKeepingIt() throws Exception {
        assertEquals(Freshness.NO_STORE, get("gallery/style", "cache=off").freshness());
        assertEquals(Freshness.NO_STORE, get("gallery/style", "cache=off,on").freshness());
        assertTrue(get("gallery/style", "cache=on").freshness().storable());
        Reply bad = get("gallery/style", "cache=maybe");
        assertEquals(400, bad.status());
        assertTrue(
                text(bad)
                        .contains(
                                "'maybe' is not a valid value for cache; allowed: on, off, validate or update; or on or off twice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache=validate", "cache=update", "cache=on,off", "cache=off&cache=on", "cache=off&cache=ON"})
    void clientsMayKeepItAsTheyMayKeepImages(String query) {
        assertTrue(get("gallery/style", query).freshness().storable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache=on,maybe", "cache=on,off,on", "cache=validate,on", "req=props,xml,utf-8,more"})
    void valuesThatImagesCannotHaveAreRefused(String query) throws Exception {
        Reply reply = get("gallery/style", query);
        assertEquals(400, reply.status());
        assertTrue(text(reply).startsWith("parameter.invalid"), text(reply));
    }

    @Test
    void otherCommandsAreIgnored() {
        assertEquals(200, get("gallery/style", "?$m$&&v=1&=3&wid&hei=").status());
    }

    @Test
    void whetherThereIsARecord() throws Exception {
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"catalogRecord.exists\":\"1\"},\"4\");",
                text(get("gallery/lost", "id=4&req=exists,json")));
        assertTrue(text(get("gallery/style.css", "req=exists")).contains("\ncatalogRecord.exists=0\n"));
    }

    @Test
    void whatIsKnownAboutContent() throws Exception {
        Reply reply = get("gallery/about", "req=props,javascript");
        assertEquals(
                "path='gallery/docs/about.txt'\nlength='5'\nexpiration='5'\n"
                        + "lastModified='06/21/2018 12:00:00 GMT'\nuserType='document'\n",
                text(reply));
        assertEquals(Freshness.of(Duration.ofMinutes(6)), reply.freshness());
        assertEquals(
                Freshness.NO_STORE, get("gallery/about", "cache=off&req=props").freshness());
        assertEquals(404, get("gallery/lost", "req=props").status());
    }

    @Test
    void whatItsOwnerKeepsAboutIt() throws Exception {
        Reply reply = get("gallery/style", "req=UserData");
        assertEquals("Title=Style\r\nLanguage=en\r\n", text(reply));
        assertEquals(Freshness.of(Duration.ofHours(24)), reply.freshness());
        assertEquals("\r\n", text(get("gallery/style.css", "req=userdata")));
        assertEquals(
                "text/xml;charset=iso-8859-1",
                get("gallery/style", "req=userdata,xml,iso-8859-1").contentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"req=img", "req=userdata,javascript", "req=props,csv", "req=exists,xml,klingon"})
    void nothingElseCanBeAskedFor(String query) throws Exception {
        Reply reply = get("gallery/style", query);
        assertEquals(400, reply.status());
        assertTrue(text(reply).startsWith("parameter.invalid"), text(reply));
    }

    @Test
    void aFileThatIsWrittenToMeanwhileIsReadAgain() throws Exception {
        sources.overwritten = 2;
        assertEquals("About", text(get("gallery/about")));
        assertEquals(3, sources.channels.size());
        assertFalse(sources.channels.get(0).isOpen());
        assertFalse(sources.channels.get(1).isOpen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fmt=json,utf-16             | fmt
            fmt=json                    | ''
            handler=f                   | ''
            handler=f-g                 | handler
            fmt=json&handler=a;b        | handler
            fmt=png&handler=f           | fmt
            req=props&handler=f         | handler
            req=props,json&handler=f    | ''
            req=props,json&handler=1f   | handler
            req=userdata,xml&fmt=json   | fmt
            req=exists&type=document    | type
            locale=de                   | locale
            type=document&id=3&cache=on | ''
            """)
    void commandsWithoutEffectAreNamed(String query, String names) {
        ask("gallery/about", query, false);
        assertEquals(names.isEmpty() ? List.of() : List.of(names), accessRecord.ignored(), query);
        assertFalse(accessRecord.ignoredIsPublic());
        gallery.set(Attributes.ALLOW_EXPLAIN, true);
        ask("gallery/about", query, false);
        assertTrue(accessRecord.ignoredIsPublic());
    }

    @Test
    void aFileThatChangesAllTheTimeIsGivenUp() throws Exception {
        sources.overwritten = 99;
        Reply reply = get("gallery/about");
        assertTrue(text(reply).startsWith("static.unreadable"), text(reply));
        sources.channels.forEach(channel -> assertFalse(channel.isOpen()));
    }

    @Test
    void aChangedFileHasANewDigest() throws Exception {
        String before = get("gallery/style").digest();
        assertEquals(before, get("gallery/style").digest());
        Files.writeString(folder.resolve("gallery/style.css"), "b { color: blue }");
        assertFalse(before.equals(get("gallery/style").digest()));
    }

    @ParameterizedTest
    @CsvSource({
        "a.PDF, application/pdf",
        "a/b.c/d.svg, image/svg+xml",
        "x.js, text/javascript;charset=utf-8",
        "x.tar.gz, application/gzip",
        "noSuffix, application/octet-stream",
        "folder.css/none, application/octet-stream",
        "x., application/octet-stream",
        "x.unheard-of, application/octet-stream",
    })
    void theSuffixTellsTheMediaType(String path, String type) {
        assertEquals(type, MediaTypes.of(path));
    }

    @Test
    void aCatalogIsForWhoIsListed() {
        gallery.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"));
        for (String path : List.of(
                "gallery/about",
                "gallery/nothing",
                "gallery/docs/about.txt",
                "gallery",
                "/gallery/about",
                "./gallery/about",
                "%2E/gallery//./about",
                "gallery%2Fabout")) {
            for (String query : new String[] {null, "req=exists", "req=props,json", "req=undefined"}) {
                Reply reply = assertInstanceOf(Reply.class, ask(path, query, true), path);
                assertTrue(words(reply).startsWith("request.refused 2 The catalog 'gallery'"), words(reply));
                assertEquals(403, reply.status());
                assertFalse(reply.freshness().storable());
            }
        }
        assertEquals("gallery", accessRecord.rootId());
        gallery.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("127.0.0.0/8"));
        assertFalse(get("gallery/about").freshness().shareable());
        assertFalse(get("gallery/about", "req=props").freshness().shareable());
        assertTrue(get("terms").freshness().shareable());
        Forward forward = assertInstanceOf(Forward.class, ask("gallery/lost", null, true));
        assertFalse(forward.shareable());
        gallery.set(Attributes.FULL_MATCH, true);
        assertFalse(get("gallery/plain.txt").freshness().shareable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..;/..;/admin",
                "gallery/..;/..;/admin",
                "gallery/%2e%2e;x=1/style.css",
                "gallery/%252e%252e/x",
                "gallery/..%5cx",
                "gallery/./style.css",
                "gallery/%c0%ae./x"
            })
    void elementsOfDotsAreNeitherServedNorForwarded(String path) {
        Reply reply = assertInstanceOf(Reply.class, ask(path, null, true));
        assertTrue(words(reply).startsWith("request.malformed"), words(reply));
    }

    @Test
    void aPathOfManyElementsIsTooLarge() {
        Reply reply = assertInstanceOf(Reply.class, ask("gallery/" + "a/".repeat(30_000), null, true));
        assertTrue(words(reply).startsWith("size.limit"), words(reply));
        assertTrue(accessRecord.exception().length() < 200, accessRecord.exception());
    }

    @Test
    void nobodyKeepsErrorsBecauseOfAMark() {
        gallery.set(Attributes.ERROR_EXPIRATION, Duration.ofMinutes(1));
        for (String path : List.of("gallery/lost", "gallery/../x")) {
            assertFalse(error(path, Forwardable.BARRED).freshness().storable(), path);
            assertTrue(error(path, Forwardable.NO).freshness().storable(), path);
        }
    }

    private Reply error(String path, Forwardable forwardable) {
        return assertInstanceOf(
                Reply.class, contents.answer(path, null, CLIENT, catalogs, forwardable, false, null, accessRecord));
    }

    @Test
    void modifiersMayHaveToBeLockedAndObfuscated() {
        gallery.set(Attributes.REQUEST_LOCK, true);
        assertRefused("gallery/about", null);
        assertRefused("gallery/about", "type=document");
        assertEquals(200, get("gallery/about", "type=document&43de").status());
        assertEquals(200, get("gallery/about", "&0000").status());
        gallery.set(Attributes.REQUEST_OBFUSCATION, 1);
        assertRefused("gallery/about", "type=document&43de");
        assertEquals(200, get("gallery/about", "dHlwZT1kb2N1bWVudCY0M2Rl").status());
        assertRefused("gallery/about", "dHlwZT1kb2N1bWVudCY0M2Rm");
    }

    @Test
    void filesByTheirPathsMayBeRefused() {
        gallery.set(Attributes.ALLOW_DIRECT_ACCESS, new DirectAccess(Set.of(DirectAccess.Kind.IS)));
        assertRefused("gallery/docs/about.txt", null);
        assertRefused("gallery/docs/nothing.txt", null);
        assertRefused("gallery/docs/about.txt", "req=props");
        assertEquals(200, get("gallery/about").status());
        assertEquals(200, get("gallery/docs/about.txt", "req=exists").status());
    }

    @Test
    void whatFullMatchLeavesToTheDefaultCatalogIsGuardedByBoth() {
        gallery.set(Attributes.FULL_MATCH, true).set(Attributes.REQUEST_LOCK, true);
        assertRefused("gallery/plain.txt", null);
        assertEquals(200, get("gallery/plain.txt", "&0000").status());
        defaults.set(Attributes.ALLOW_DIRECT_ACCESS, DirectAccess.NONE);
        assertRefused("gallery/plain.txt", "&0000");
    }

    private void assertRefused(String path, String query) {
        assertTrue(words(get(path, query)).startsWith("request.refused"), path + "?" + query);
    }

    private static String words(Reply reply) {
        return new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }
}
