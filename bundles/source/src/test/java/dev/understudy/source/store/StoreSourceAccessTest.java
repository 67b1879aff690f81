package dev.understudy.source.store;

import static dev.understudy.source.store.StoreFixture.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceKey.Kind;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertEquals(1, files.stores.figures().unchanged());
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
    void rootsAreTriedInOrderAndFoldersFirst() throws Exception {
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
    void aFolderOfACatalogInAStoreIsTakenToBeThere() {
        assertTrue(files.access.hasFolder(Kind.IMAGE, "tenant"));
        assertTrue(files.access.hasFolder(Kind.IMAGE, "test://other/x"));
        assertFalse(files.access.hasFolder(Kind.IMAGE, temp.resolve("none").toString()));
    }
}
