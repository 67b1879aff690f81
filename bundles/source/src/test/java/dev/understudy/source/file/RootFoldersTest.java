package dev.understudy.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingTableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RootFoldersTest extends SettingTableContract<RootFolders> {

    RootFoldersTest() {
        super(
                SourceSettingTable.TABLE,
                RootFolders::of,
                Map.of(
                        SourceSettingTable.IMAGES, List.of("/not\0fine"),
                        SourceSettingTable.STATIC_CONTENT, List.of("/fine;/not\0fine"),
                        SourceSettingTable.STORE_FOLDER, List.of("/not\0fine"),
                        SourceSettingTable.ADDRESSES,
                                List.of("localhost", "10.0.0.0/33", "10.0.0.1;10.0.0.2", "::1/129")));
    }

    @Test
    void listsAreSeparatedBySemicolons() {
        RootFolders roots = RootFolders.of(SourceSettingTable.TABLE
                .read(Map.of("image.rootPath", " /a/images ;/b/./images;; relative/images "))
                .values());
        assertEquals(
                List.of(
                        Path.of("/a/images").toAbsolutePath(),
                        Path.of("/b/images").toAbsolutePath(),
                        Path.of("relative/images").toAbsolutePath()),
                roots.images());
        assertEquals(List.of(), roots.staticContent());
    }

    @Test
    void foldersAndStoresKeepTheirOrder() {
        RootList roots = SourceSettingTable.TABLE
                .read(Map.of("image.rootPath", "s3://b/x; /a ;/b;/a;https://h/y;s3://c;/c;s3://b/x"))
                .values()
                .get(SourceSettingTable.IMAGES);
        List<String> order = roots.groups().stream()
                .map(group -> group.folders() + " " + group.stores())
                .toList();
        assertEquals(List.of("[] [s3://b/x/]", "[/a, /b] []", "[] [https://h/y/, s3://c/]", "[/c] []"), order);
    }

    @Test
    void anImpossibleNameIsRefusedWithItsSetting() {
        String message = SourceSettingTable.TABLE
                .read(Map.of("staticContent.rootPath", "/fine;/not\0fine"))
                .problems()
                .get(0)
                .message();
        assertTrue(message.contains(" staticContent.rootPath (UNDERSTUDY_STATIC): "), message);
        assertTrue(message.contains("('/not fine' is not a path)"), message);
    }
}
