package dev.understudy.source.store;

import static dev.understudy.source.store.StoreFixture.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.web.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was kept is used by the next run of the server, once it is known to be what its store has, and to be whole. */
@Timeout(60)
class EarlierFilesTest {

    private static final String CONTENT = "0123456789";

    @TempDir
    Path temp;

    private final ScriptedStore store = new ScriptedStore();

    @BeforeEach
    void begin() throws Exception {
        store.objects.put("first/shop/a.jpg", CONTENT.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (StoreFixture files = run()) {
            assertEquals(CONTENT, files.read(image("a.jpg")));
        }
        store.requests.clear();
    }

    private StoreFixture run() throws IOException {
        return new StoreFixture(temp, StoreFixture.settings(true, 8), store);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(temp.resolve("kept"))) {
            return all.filter(file -> !file.endsWith("understudy.lock"))
                    .sorted()
                    .toList();
        }
    }

    private void breakStore() {
        store.trouble = request -> {
            throw new ObjectStoreException(Reason.DOWN, "it does not answer", null);
        };
    }

    @Test
    void whatHasNotChangedIsNotFetchedAgain() throws Exception {
        try (StoreFixture files = run()) {
            assertThrows(ServeException.class, () -> files.access.stamp(image("a.jpg")));
            assertThrows(ServeException.class, () -> files.access.open(image("a.jpg")));
            assertEquals(CONTENT, files.read(image("a.jpg")));
            assertEquals(1, files.stores.figures().count(FetchOutcome.UNCHANGED));
            assertEquals(0, files.stores.figures().count(FetchOutcome.FETCHED));
        }
    }

    @Test
    void whatHasChangedIsFetched() throws Exception {
        try (StoreFixture files = run()) {
            files.put("first/shop/a.jpg", "another");
            assertEquals("another", files.read(image("a.jpg")));
            assertEquals(1, files.files());
        }
    }

    @Test
    void itDoesWhileItsStoreIsDownForAsLongAsItWouldHave() throws Exception {
        breakStore();
        try (StoreFixture files = run()) {
            files.clock.advance(StoreFixture.STALE);
            assertEquals(CONTENT, files.read(image("a.jpg")));
            files.clock.advance(Duration.ofMinutes(5));
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE,
                    files.failure(image("a.jpg")).kind());
        }
    }

    @Test
    void nothingIsUsedThatIsNotWhatWasFetched() throws Exception {
        Path file = kept().get(0);
        byte[] flipped = CONTENT.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        flipped[5] ^= 1;
        for (byte[] content : List.of(flipped, Arrays.copyOf(flipped, 9), new byte[0], new byte[10])) {
            Files.write(kept().get(0), content);
            breakStore();
            try (StoreFixture files = run()) {
                assertEquals(
                        FailureKind.STORAGE_UNAVAILABLE,
                        files.failure(image("a.jpg")).kind());
            }
            store.trouble = request -> {};
            try (StoreFixture files = run()) {
                assertEquals(CONTENT, files.read(image("a.jpg")));
                assertEquals(1, files.stores.figures().count(FetchOutcome.FETCHED));
            }
        }
        assertTrue(Files.notExists(file));
    }

    @Test
    void aNoteThatIsNotWholeIsNone() throws Exception {
        byte[] note = Files.readAllBytes(kept().get(1));
        byte[] content = Files.readAllBytes(kept().get(0));
        for (int length = 0; length <= note.length; length++) {
            Files.write(kept().get(0), content);
            byte[] damaged = Arrays.copyOf(note, length);
            if (length == note.length) {
                damaged[length / 2] ^= 1;
            }
            Files.write(kept().get(1), damaged);
            store.requests.clear();
            try (StoreFixture files = run()) {
                assertEquals(0, files.stores.figures() == null ? 0 : files.files());
                assertEquals(CONTENT, files.read(image("a.jpg")));
                assertEquals("", store.requests.get(0).knownTag());
            }
        }
    }

    @Test
    void whatAKilledServerLeavesHalfWrittenIsRemoved() throws Exception {
        Path kept = temp.resolve("kept");
        Files.writeString(kept.resolve("understudy-file-123"), "half");
        Files.writeString(kept.resolve("understudy-file-124.note"), "a note without a file");
        Files.writeString(kept.resolve("understudy-file-125.new"), "half a note");
        try (StoreFixture files = run()) {
            assertEquals(2, kept().size());
            assertEquals(CONTENT, files.read(image("a.jpg")));
        }
    }

    @Test
    void whatElseIsInTheFolderStaysThere() throws Exception {
        List<Path> strangers = new ArrayList<>();
        for (String name :
                List.of("photo.tif", "lock", "file123", "file124.note", "understudy-file-1.tif", "understudy-file-x")) {
            strangers.add(Files.writeString(temp.resolve("kept").resolve(name), "not ours"));
        }
        strangers.add(Files.createSymbolicLink(temp.resolve("kept/understudy-file-2"), strangers.get(0)));
        for (int i = 0; i < 2; i++) {
            try (StoreFixture files = run()) {
                assertEquals(CONTENT, files.read(image("a.jpg")));
            }
        }
        for (Path file : strangers) {
            assertEquals("not ours", Files.readString(file));
        }
    }

    @Test
    void noFileWasValidatedInTheFuture() throws Exception {
        Files.setLastModifiedTime(
                kept().get(0), FileTime.from(new SetClock().instant().plus(Duration.ofDays(1000))));
        breakStore();
        try (StoreFixture files = run()) {
            files.clock.advance(StoreFixture.STALE.plus(Duration.ofMinutes(5)));
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE,
                    files.failure(image("a.jpg")).kind());
        }
    }

    @Test
    void onlyTheServersUserReadsTheFolder() throws Exception {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("kept"))));
    }

    @Test
    void aFolderThatWasInUseAtTheStartIsLeftAloneInThisRun() throws Exception {
        StoreFixture one = run();
        try (StoreFixture other = run()) {
            one.close();
            assertEquals(CONTENT, other.read(image("a.jpg")));
            assertEquals(1, one.files(), "those of the one");
        }
        assertEquals(2, kept().size());
    }

    @Test
    void theDiskHasNoMoreThanTheLimit() throws Exception {
        try (StoreFixture files = run()) {
            for (String name : List.of("b", "c", "d")) {
                files.put("first/shop/" + name, "x".repeat(600));
                files.clock.advance(Duration.ofSeconds(1));
                files.read(image(name));
            }
        }
        StoreSettings less = new StoreSettings(
                StoreFixture.FRESH, StoreFixture.STALE, Duration.ofSeconds(2), 1000, 700, 8, 64, 0, true);
        try (StoreFixture files = new StoreFixture(temp, less, store)) {
            assertEquals(1, files.files());
            store.requests.clear();
            files.read(image("d"));
            assertTrue(!store.requests.get(0).knownTag().isEmpty(), "the one used last");
        }
    }

    @Test
    void whatItsStoreNoLongerHasIsGone() throws Exception {
        store.objects.clear();
        try (StoreFixture files = run()) {
            assertEquals(
                    FailureKind.SOURCE_MISSING, files.failure(image("a.jpg")).kind());
        }
        assertEquals(List.of(), kept());
    }

    @Test
    void aFolderThatAnotherServerUsesIsLeftAlone() throws Exception {
        try (StoreFixture one = run();
                StoreFixture other = run()) {
            assertEquals(CONTENT, other.read(image("a.jpg")));
            assertEquals(CONTENT, one.read(image("a.jpg")));
            assertEquals(2, kept().size());
            assertEquals(1, one.stores.figures().count(FetchOutcome.UNCHANGED));
            assertEquals(1, other.stores.figures().count(FetchOutcome.FETCHED));
        }
    }
}
