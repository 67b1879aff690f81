package dev.understudy.engine.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.engine.settings.SaveQuota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog's folder holds no more than its quota, whoever else writes to it. */
class SaveQuotasTest {

    @TempDir
    private Path root;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(root.resolve("shop/hats"));
        Files.write(root.resolve("beside.jpg"), new byte[5_000]);
        Files.write(root.resolve("shop/a.jpg"), new byte[3_000]);
        Files.write(root.resolve("shop/hats/b.jpg"), new byte[1_000]);
    }

    private SaveQuotas quotas(long bytes, long files) {
        return new SaveQuotas(new SaveQuota(bytes, files), () -> now);
    }

    private static FolderUse file(int bytes) {
        return new FolderUse(bytes, 1);
    }

    private void take(SaveQuotas quotas, FolderUse added) throws IOException {
        try (SaveFolder folder = SaveFolder.open(root, List.of("shop"))) {
            quotas.take(folder, added);
        }
    }

    private void giveBack(SaveQuotas quotas, FolderUse added) throws IOException {
        try (SaveFolder folder = SaveFolder.open(root, List.of("shop"))) {
            quotas.giveBack(folder, added);
        }
    }

    private String refusal(SaveQuotas quotas, FolderUse added) {
        return SaveFailures.reason(assertThrows(IOException.class, () -> take(quotas, added)));
    }

    @Test
    void whatIsInTheFolderAndBelowItCounts() throws Exception {
        SaveQuotas quotas = quotas(6_000, 0);
        take(quotas, file(2_000));
        assertEquals(
                "the catalog's folder is full: it has 3 files of 1 MB (saveToFile.maxFiles, saveToFile.maxSize in"
                        + " dev.understudy.engine)",
                refusal(quotas, file(1)));
        giveBack(quotas, file(2_000));
        take(quotas, file(1_000));
        take(quotas, file(1_000));
        refusal(quotas, file(1));
    }

    @Test
    void filesAreCountedToo() throws Exception {
        SaveQuotas quotas = quotas(0, 3);
        take(quotas, file(1_000_000));
        refusal(quotas, file(0));
    }

    @Test
    void whatTakesThePlaceOfALargerFileAlwaysHasRoom() throws Exception {
        SaveQuotas quotas = quotas(10, 1);
        take(quotas, new FolderUse(-1, 0));
        refusal(quotas, new FolderUse(1, 0));
        try (SaveFolder folder = SaveFolder.open(root, List.of("shop"))) {
            assertEquals(new FolderUse(-1_000, 0), folder.added("a.jpg", 2_000));
            assertEquals(new FolderUse(2_000, 1), folder.added("new.jpg", 2_000));
        }
    }

    @Test
    void whoDeletesFilesHasRoomAgain() throws Exception {
        SaveQuotas quotas = quotas(4_000, 0);
        refusal(quotas, file(500));
        Files.delete(root.resolve("shop/hats/b.jpg"));
        refusal(quotas, file(500));
        now = now.plusSeconds(31);
        take(quotas, file(500));
    }

    @Test
    void filesOfOthersAreNoticed() throws Exception {
        SaveQuotas quotas = quotas(6_000, 0);
        take(quotas, file(100));
        Files.write(root.resolve("shop/c.jpg"), new byte[2_000]);
        take(quotas, file(100));
        now = now.plusSeconds(61);
        refusal(quotas, file(100));
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("shop/out"), root);
        Files.createSymbolicLink(root.resolve("shop/file"), root.resolve("beside.jpg"));
        take(quotas(4_000, 2), new FolderUse(0, 0));
        try (SaveFolder folder = SaveFolder.open(root, List.of("shop"))) {
            assertEquals(new FolderUse(4_000, 2), folder.use());
        }
    }

    @Test
    void withoutLimitsNothingIsCounted() throws Exception {
        take(quotas(0, 0), file(Integer.MAX_VALUE));
        take(quotas(0, 0), file(Integer.MAX_VALUE));
    }
}
