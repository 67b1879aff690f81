package dev.understudy.cache.cluster.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.cache.cluster.FileTable;
import dev.understudy.cache.cluster.SampleReplies;
import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import dev.understudy.source.Stamp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceComparisonTest {

    @TempDir
    Path folder;

    private FileTable there;
    private FileTable here;

    @BeforeEach
    void twoServers() {
        there = new FileTable(folder.resolve("there"));
        here = new FileTable(folder.resolve("here"));
    }

    /** The stamps here of what was made there. */
    private @Nullable List<Stamp> compared(SourceCheck check, Stamp made) throws Exception {
        List<String> contents = new SourceComparison(check, () -> there).describe(List.of(made));
        assertNotNull(contents);
        Reply reply = SampleReplies.of("image", made);
        byte[] head = SharedEntry.write(
                SampleReplies.KEY, Instant.EPOCH, contents, reply, ((Body.Bytes) reply.body()).bytes());
        return new SourceComparison(check, () -> here).stampsHere(SharedEntry.read(SampleReplies.KEY, head));
    }

    @Test
    void aCopyWithAnotherTimeIsTheSameByItsContent() throws Exception {
        Stamp made = there.write("oak.jpg", "oak", 1000, "inode 1");
        Stamp copy = here.write("oak.jpg", "oak", 2000, "inode 7");
        assertEquals(List.of(copy), compared(SourceCheck.CONTENT, made));
        assertNull(compared(SourceCheck.TIME, made));
    }

    /** Images without compression are all of one length, and some tools give all files one time. */
    @Test
    void anotherImageOfTheSameLengthAndTimeIsAnotherOne() throws Exception {
        Stamp made = there.write("oak.bmp", "oak", 1000, "inode 1");
        here.write("oak.bmp", "elm", 1000, "inode 1");
        assertNull(compared(SourceCheck.CONTENT, made));
    }

    @Test
    void aFileOnAStorageOfAllServersIsTheSameByItsTime() throws Exception {
        Stamp made = there.write("oak.jpg", "oak", 1000, "(dev=1,ino=5)");
        Stamp mounted = here.write("oak.jpg", "oak", 1000, "(dev=9,ino=5)");
        assertEquals(List.of(mounted), compared(SourceCheck.TIME, made));
        assertEquals(0, here.opened);
    }

    /** A pyramid of a store would be fetched whole. */
    @Test
    void aFileOfAStoreIsTheSameByItsMarkAndIsNotFetched() throws Exception {
        there.remote = true;
        here.remote = true;
        Stamp made = there.write("pyramid.tif", "x".repeat(17 << 20), 1000, "etag:\"a\"");
        Stamp same = here.write("pyramid.tif", "x".repeat(17 << 20), 2000, "etag:\"a\"");
        assertEquals(List.of(same), compared(SourceCheck.CONTENT, made));
        here.write("pyramid.tif", "y".repeat(17 << 20), 1000, "etag:\"b\"");
        assertNull(compared(SourceCheck.CONTENT, made));
        assertEquals(0, there.opened + here.opened);
    }

    /** Nine megabytes are read while a request waits, twice nine are not. */
    @Test
    void whatARequestWaitsForIsLimitedForAllSourcesTogether() throws Exception {
        List<Stamp> made = new ArrayList<>();
        List<Stamp> copies = new ArrayList<>();
        for (String name : List.of("oak.jpg", "elm.jpg")) {
            made.add(there.write(name, "x".repeat(9 << 20), 1000, "a"));
            copies.add(here.write(name, "x".repeat(9 << 20), 1000, "b"));
        }
        SourceComparison comparison = new SourceComparison(SourceCheck.CONTENT, () -> here);
        SharedEntry both = entry(made);
        assertNull(comparison.stampsHere(both));
        assertEquals(0, here.opened);
        assertEquals(List.of(copies.get(0)), comparison.stampsHere(entry(made.subList(0, 1))));
        assertEquals(copies, comparison.stampsHere(both), "what is known is not read");
    }

    private SharedEntry entry(List<Stamp> made) throws Exception {
        List<String> contents = new SourceComparison(SourceCheck.CONTENT, () -> there).describe(made);
        assertNotNull(contents);
        Reply reply = SampleReplies.of("image", made.toArray(Stamp[]::new));
        byte[] body = ((Body.Bytes) reply.body()).bytes();
        return SharedEntry.read(
                SampleReplies.KEY, SharedEntry.write(SampleReplies.KEY, Instant.EPOCH, contents, reply, body));
    }

    @Test
    void whatIsNotHereIsNotTheSame() throws Exception {
        Stamp made = there.write("oak.jpg", "oak", 1000, "");
        assertNull(compared(SourceCheck.CONTENT, made));
        assertNull(compared(SourceCheck.TIME, made));
    }

    @Test
    void aSourceThatHasChangedSinceCannotBeDescribed() {
        Stamp made = there.write("oak.jpg", "oak", 1000, "");
        there.write("oak.jpg", "elm", 2000, "");
        assertNull(new SourceComparison(SourceCheck.CONTENT, () -> there).describe(List.of(made)));
    }

    @Test
    void aDigestIsReckonedOnce() {
        Stamp made = there.write("oak.jpg", "oak", 1000, "");
        SourceComparison comparison = new SourceComparison(SourceCheck.CONTENT, () -> there);
        comparison.describe(List.of(made));
        comparison.describe(List.of(made));
        assertEquals(1, there.opened);
    }

    /** A request does not wait until hundreds of megabytes are read; whoever offers does not mind. */
    @Test
    void aLargeSourceIsKnownOnceItWasOffered() throws Exception {
        String large = "x".repeat(17 << 20);
        Stamp made = there.write("pyramid.tif", large, 1000, "a");
        Stamp copy = here.write("pyramid.tif", large, 2000, "b");
        Reply reply = SampleReplies.of("image", made);
        List<String> contents = new SourceComparison(SourceCheck.CONTENT, () -> there).describe(List.of(made));
        SharedEntry entry = SharedEntry.read(
                SampleReplies.KEY,
                SharedEntry.write(
                        SampleReplies.KEY, Instant.EPOCH, contents, reply, ((Body.Bytes) reply.body()).bytes()));
        SourceComparison comparison = new SourceComparison(SourceCheck.CONTENT, () -> here);
        assertNull(comparison.stampsHere(entry));
        comparison.describe(List.of(copy));
        assertEquals(List.of(copy), comparison.stampsHere(entry));
    }
}
