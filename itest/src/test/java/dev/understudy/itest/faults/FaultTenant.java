package dev.understudy.itest.faults;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Setup;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A catalog for one case, with everything in it that the case may spoil. Its images are of one color each, so that one can
 * tell which of them an answer shows.
 *
 * @param name its root id, and the name of its folders
 */
record FaultTenant(Setup setup, String name) {

    static final Color DEFAULT_IMAGE = Color.YELLOW;
    static final Color ERROR_IMAGE = Color.RED;
    private static final String CONTENT = "content of ";
    private static final Duration LOADED = Duration.ofSeconds(20);

    /** The file of the record {@code image}. */
    static final String IMAGE = "image.png";

    /** The file of the record {@code default}. */
    static final String DEFAULT_FILE = "default.png";

    /** The file of the record {@code error}. */
    static final String ERROR_FILE = "error.png";

    /** A file without a record. */
    static final String LOOSE = "loose/later.png";

    /** The file of the font {@code Special}. */
    static final String FONT = "special.otf";

    /** The file of the color profile {@code Screen}, which is that of the images, though they do not say so. */
    static final String PROFILE = "screen.icc";

    private static final String RECORDS = "Id\tPath\n"
            + "image\t" + IMAGE + "\n"
            + "default\t" + DEFAULT_FILE + "\n"
            + "error\t" + ERROR_FILE + "\n"
            + "second\tsecond.png\n";

    /** Everything sound, and images of this color. */
    void create(Color color, String attributes, String records) throws IOException {
        Files.createDirectories(file(LOOSE).getParent());
        Files.createDirectories(contentFolder());
        restoreFiles(color);
        Files.writeString(setup.catalogs().resolve(name + "-content.tsv"), "Id\tPath\nleaflet\tleaflet.txt\n");
        Files.writeString(setup.catalogs().resolve(name + "-fonts.tsv"), "Name\tFontPath\nSpecial\t" + FONT + "\n");
        Files.writeString(
                setup.catalogs().resolve(name + "-profiles.tsv"), "Name\tProfilePath\nScreen\t" + PROFILE + "\n");
        writeRecords(records);
        writeAttributes(attributes);
    }

    /** Takes away the root folder of all images, other tenants' and the samples too. */
    void removeRoot() throws IOException {
        Files.move(setup.images(), goneRoot());
    }

    private Path goneRoot() {
        return setup.images().resolveSibling("images.gone");
    }

    /** Puts back the files of images and static content. */
    void restoreFiles(Color color) throws IOException {
        if (Files.exists(goneRoot())) {
            Files.move(goneRoot(), setup.images());
        }
        restore(IMAGE, FaultImages.png(80, 60, color));
        restore("second.png", FaultImages.png(80, 60, color));
        restore(LOOSE, FaultImages.png(80, 60, color));
        restore(DEFAULT_FILE, FaultImages.png(100, 100, DEFAULT_IMAGE));
        restore(FONT, font());
        restore(PROFILE, profile());
        restore(ERROR_FILE, FaultImages.png(120, 60, ERROR_IMAGE));
        for (String leaflet : new String[] {"leaflet.txt", "loose.txt"}) {
            Files.writeString(contentFolder().resolve(leaflet), content(color));
        }
    }

    static byte[] font() throws IOException {
        return Files.readAllBytes(Build.samples().resolve("images/gallery/fonts/lobster.otf"));
    }

    static byte[] profile() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    static String content(Color color) {
        return CONTENT + color;
    }

    private void restore(String file, byte[] bytes) throws IOException {
        Path path = file(file);
        if (Files.isSymbolicLink(path) || Files.isDirectory(path)) {
            Files.delete(path);
        }
        FaultImages.replace(path, bytes);
    }

    /** Writes the catalog's records, and more of them. */
    void writeRecords(String more) throws IOException {
        Files.writeString(setup.catalogs().resolve(name + ".tsv"), RECORDS + more);
    }

    /** Writes the catalog's attributes: those that all have, and these, with a {@code %s} for the tenant. */
    void writeAttributes(String attributes) throws IOException {
        Files.writeString(
                setup.catalogs().resolve(name + ".ini"),
                """
                RootId=%s
                RootPath=%s
                StaticContentRootPath=%s
                CatalogFile=%s.tsv
                StaticContentCatalogFile=%s-content.tsv
                """.formatted(name, name, name, name, name) + attributes.formatted(name));
    }

    /** Takes away its catalog. */
    void remove() throws IOException {
        Files.delete(setup.catalogs().resolve(name + ".ini"));
        Files.delete(setup.catalogs().resolve(name + ".tsv"));
        Files.delete(setup.catalogs().resolve(name + "-content.tsv"));
    }

    /** Until the server serves this, or refuses to. */
    void awaitLoaded(Client client) {
        client.await(
                "/is/image/" + name + "/second?req=exists",
                LOADED,
                response -> response.text().matches("(?s).*(catalogRecord.exists=1|request.refused).*"));
    }

    /** An image's file. */
    Path file(String file) {
        return setup.images().resolve(name).resolve(file);
    }

    /** The folder of its static content. */
    Path contentFolder() {
        return setup.content().resolve(name);
    }
}
