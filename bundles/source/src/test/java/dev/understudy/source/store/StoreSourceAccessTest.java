package dev.understudy.source.store;

import static dev.understudy.source.store.StoreFixture.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceKey.Kind;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.RootList.RootGroup;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which object a name means, and how long what is fetched is kept. */
@Timeout(60)
class StoreSourceAccessTest {

    @TempDir
    Path temp;

    private StoreFixture files;

    @BeforeEach
    void begin() throws IOException {
        files = new StoreFixture(temp);
    }

    @AfterEach
    void end() {
        files.close();
    }

    @Test
    void aFileIsFetchedOnceAndValidatedWhenItIsNoLongerFresh() throws Exception {
        files.put("first/shop/a.jpg", "one");
        assertEquals("one", files.read(image("a.jpg")));
        assertEquals("one", files.read(image("a.jpg")));
        assertEquals(1, files.store.requests.size());
        Stamp before = files.access.stamp(image("a.jpg"));
        assertEquals(3, before.length());
        assertTrue(before.identity().startsWith("etag:"), before::identity);
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        assertThrows(ServeException.class, () -> files.access.stamp(image("a.jpg")));
        assertEquals("one", files.read(image("a.jpg")));
        assertEquals(2, files.store.requests.size());
        assertNotEquals("", files.store.requests.get(1).knownTag());
        assertEquals(before, files.access.stamp(image("a.jpg")));
        assertEquals(1, files.stores.figures().count(FetchOutcome.UNCHANGED));
    }

    @Test
    void aFileThatChangesHasAnotherStamp() throws Exception {
        files.put("first/shop/a.jpg", "one");
        files.read(image("a.jpg"));
        Stamp before = files.access.stamp(image("a.jpg"));
        files.put("first/shop/a.jpg", "two");
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        assertEquals("two", files.read(image("a.jpg")));
        assertNotEquals(before, files.access.stamp(image("a.jpg")));
        assertEquals(1, files.files());
    }

    @Test
    void aFileIsValidatedWhenTheClockHasBeenSetBack() throws Exception {
        files.put("first/shop/a.jpg", "one");
        try (SourceLease lease = files.lease(image("a.jpg"))) {
            files.clock.advance(Duration.ofDays(-1));
            files.access.stamp(image("a.jpg")); // a request that is at work goes on
        }
        files.put("first/shop/a.jpg", "two");
        assertEquals("two", files.read(image("a.jpg")));
    }

    @Test
    void whatWasMissingIsAskedForAgainWhenTheClockHasBeenSetBack() throws Exception {
        files.failure(image("a.jpg"));
        files.put("second/a.jpg", "come");
        files.clock.advance(Duration.ofDays(-1));
        assertEquals("come", files.read(image("a.jpg")));
    }

    @Test
    void whatIsOpenReadsOnWhenItChanges() throws Exception {
        files.put("first/shop/a.jpg", "one");
        try (SourceLease lease = files.lease(image("a.jpg"));
                Source open = files.access.open(image("a.jpg"))) {
            files.put("first/shop/a.jpg", "two");
            files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
            assertEquals("two", files.read(image("a.jpg")));
            byte[] bytes = new byte[3];
            open.channel().read(java.nio.ByteBuffer.wrap(bytes));
            assertEquals("one", new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            assertFalse(open.overwritten());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                | a.jpg              | first/shop/a.jpg
                | a b+c %20 ü椅.jpg  | first/shop/a b+c %20 ü椅.jpg
                | sub/./x/../a.jpg   | first/shop/sub/a.jpg
        tenant  | a.jpg              | first/shop/tenant/a.jpg
        tenant/ | sub/a.jpg          | first/shop/tenant/sub/a.jpg
        test://other/pre%20fix | a.jpg | other/pre fix/a.jpg
        test://other/p?region=x | /a.jpg | other/p/a.jpg
        """)
    void namesAreJoinedToTheirRoots(String rootPath, String path, String object) throws Exception {
        files.put(object, "found");
        assertEquals("found", files.read(new SourceKey(Kind.IMAGE, rootPath == null ? "" : rootPath, path, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.jpg", "a/../../secret.jpg", "..", "sub/../.."})
    void noPathOfACatalogLeavesItsFolder(String path) throws Exception {
        files.put("first/secret.jpg", "secret");
        files.put("first/shop/secret.jpg", "secret");
        SourceKey key = new SourceKey(Kind.IMAGE, "tenant", path, true);
        assertNotEquals(FailureKind.INTERNAL, files.failure(key).kind());
        assertEquals(List.of(), files.store.requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.jpg", "x/../a.jpg", "/a.jpg", "a\\b.jpg", "c:a.jpg", "a\0b", ""})
    void aPathOfARequestIsRelativeAndNeverGoesUp(String path) throws Exception {
        SourceKey key = new SourceKey(Kind.IMAGE, "", path, false);
        assertEquals(FailureKind.REQUEST_MALFORMED, files.failure(key).kind());
        assertEquals(List.of(), files.store.requests);
    }

    @Test
    void rootsAreTriedInOrder() throws Exception {
        files.put("first/shop/a.jpg", "first");
        files.put("second/a.jpg", "second");
        files.put("second/b.jpg", "second");
        Files.writeString(files.folder.resolve("c.jpg"), "folder");
        files.put("first/shop/c.jpg", "store");
        assertEquals("first", files.read(image("a.jpg")));
        assertEquals("second", files.read(image("b.jpg")));
        int requests = files.store.requests.size();
        assertEquals("folder", files.read(image("c.jpg")));
        assertEquals(requests, files.store.requests.size());
    }

    @Test
    void foldersAndStoresMayBeMixed() throws Exception {
        RootGroup folders = new RootGroup(List.of(files.folder), List.of());
        RootGroup first = new RootGroup(List.of(), List.of(StoreFixture.FIRST));
        RootGroup second = new RootGroup(List.of(), List.of(StoreFixture.SECOND));
        RootedSourceAccess mixed = files.searched(first, folders, second);
        for (String name : List.of("a", "b")) {
            Files.writeString(files.folder.resolve(name), "folder");
        }
        for (String name : List.of("a", "c")) {
            files.put("first/shop/" + name, "first");
        }
        for (String name : List.of("a", "b", "c", "d")) {
            files.put("second/" + name, "second");
        }
        assertEquals("first", files.read(mixed, image("a")));
        assertEquals("folder", files.read(mixed, image("b")));
        assertEquals("first", files.read(mixed, image("c")));
        assertEquals("second", files.read(mixed, image("d")));
        List<String> asked =
                files.store.requests.stream().map(request -> request.name()).toList();
        assertEquals(List.of("shop/a", "shop/b", "shop/c", "shop/d", "d"), asked);
        ServeException missing = assertThrows(ServeException.class, () -> files.read(mixed, image("e")));
        assertEquals(FailureKind.SOURCE_MISSING, missing.failure().kind());
    }

    @Test
    void noRootBehindAStoreThatDoesNotAnswerIsLookedInto() throws Exception {
        RootedSourceAccess mixed = files.searched(
                new RootGroup(List.of(), List.of(StoreFixture.FIRST)), new RootGroup(List.of(files.folder), List.of()));
        Files.writeString(files.folder.resolve("a"), "an older one");
        files.store.trouble = request -> {
            throw new ObjectStoreException(ObjectStoreException.Reason.DOWN, "it does not answer", null);
        };
        ServeException failure = assertThrows(ServeException.class, () -> files.read(mixed, image("a")));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure.failure().kind());
    }

    @Test
    void severalFilesOfARequestAreFetchedFromWhereTheyAre() throws Exception {
        RootedSourceAccess mixed = files.searched(
                new RootGroup(List.of(), List.of(StoreFixture.SECOND)),
                new RootGroup(List.of(files.folder), List.of()),
                new RootGroup(List.of(), List.of(StoreFixture.FIRST)));
        files.put("second/a", "second");
        files.put("first/shop/b", "first");
        Files.writeString(files.folder.resolve("c"), "folder");
        try (SourceLease lease = mixed.fetch(
                List.of(image("a"), image("b"), image("c")),
                "catalog",
                files.clock.instant().plusSeconds(20))) {
            assertEquals(6, mixed.stamp(image("a")).length());
            assertEquals(5, mixed.stamp(image("b")).length());
            assertEquals(6, mixed.stamp(image("c")).length());
        }
    }

    @Test
    void staticContentHasRootsOfItsOwn() throws Exception {
        files.put("static/a.css", "style");
        assertEquals("style", files.read(new SourceKey(Kind.STATIC_CONTENT, "", "a.css", true)));
        SourceKey absent = new SourceKey(Kind.STATIC_CONTENT, "", "b.css", true);
        assertEquals(FailureKind.STATIC_MISSING, files.failure(absent).kind());
    }

    @Test
    void absolutePathsAreOfThisMachine() throws Exception {
        SourceKey absolute = image(temp.resolve("nothing.jpg").toString());
        assertFalse(files.access.isRemote(absolute));
        assertEquals(FailureKind.SOURCE_MISSING, files.failure(absolute).kind());
        assertEquals(List.of(), files.store.requests);
    }

    @Test
    void whatIsMissingIsAskedForAgainAfterAMoment() throws Exception {
        assertEquals(FailureKind.SOURCE_MISSING, files.failure(image("a.jpg")).kind());
        assertEquals(2, files.store.requests.size());
        assertEquals(FailureKind.SOURCE_MISSING, files.failure(image("a.jpg")).kind());
        assertEquals(2, files.store.requests.size());
        files.put("second/a.jpg", "come");
        files.clock.advance(java.time.Duration.ofSeconds(6));
        assertEquals("come", files.read(image("a.jpg")));
        SourceKey unknown = new SourceKey(Kind.IMAGE, "", "b.jpg", false);
        assertEquals(FailureKind.OBJECT_UNKNOWN, files.failure(unknown).kind());
    }

    @Test
    void whatHasGoneFromItsStoreIsMissingThoughItWasKept() throws Exception {
        files.put("first/shop/a.jpg", "one");
        files.read(image("a.jpg"));
        files.store.objects.clear();
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        assertEquals(FailureKind.SOURCE_MISSING, files.failure(image("a.jpg")).kind());
        assertEquals(0, files.files());
    }

    @Test
    void theDiskHasNoMoreThanTheLimitAndWhatIsInUse() throws Exception {
        for (int i = 0; i < 5; i++) {
            files.put("first/shop/" + i, "x".repeat(900));
            files.read(image(Integer.toString(i)));
        }
        assertEquals(2, files.files());
        assertEquals(1800, files.stores.figures().bytes());
        try (SourceLease lease = files.lease(image("0"), image("1"), image("2"), image("3"))) {
            assertEquals(4, files.files());
        }
        assertEquals(2, files.files());
    }

    @Test
    void aFileLargerThanTheLimitIsRefusedAndNothingIsLeftOver() throws Exception {
        files.put("first/shop/a.jpg", "x".repeat(1001));
        assertEquals(FailureKind.SIZE_LIMIT, files.failure(image("a.jpg")).kind());
        assertEquals(0, files.files());
    }

    @Test
    void aStoreThatNoCatalogNamesAnyMoreIsLetGo() throws Exception {
        files.put("other/x/a.jpg", "one");
        SourceKey key = new SourceKey(Kind.IMAGE, "test://other/x", "a.jpg", true);
        files.read(key);
        assertEquals(FailureKind.SOURCE_MISSING, files.failure(image("b.jpg")).kind());
        files.clock.advance(Duration.ofMinutes(3));
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.tenant("shop").set(Attributes.ROOT_PATH, "test://other/y");
        files.stores.letGo(catalogs);
        assertEquals(List.of(), files.store.closed);
        assertEquals(3, files.stores.states().get(SourceRoots.StoreState.OK));
        files.stores.letGo(new TestCatalogs());
        assertEquals(List.of("other"), files.store.closed);
        assertEquals("one", files.read(key));
        files.stores.letGo(new TestCatalogs());
        assertEquals(List.of("other"), files.store.closed, "it has just been used");
    }

    @Test
    void aFolderOfACatalogInAStoreIsTakenToBeThere() {
        assertTrue(files.access.hasFolder(Kind.IMAGE, "tenant"));
        assertTrue(files.access.hasFolder(Kind.IMAGE, "test://other/x"));
        assertFalse(files.access.hasFolder(Kind.IMAGE, temp.resolve("none").toString()));
    }
}
