package dev.understudy.tools.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.tools.UnderstudyTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

    private static final Path IMAGES =
            Path.of(System.getProperty("understudy.root", "../..")).resolve("features/samples/images");
    private static final String JPEG = IMAGES.resolve("gallery/bridge.jpg").toString();
    private static final String PNG = IMAGES.resolve("common/logo.png").toString();
    private static final String BROKEN = IMAGES.resolve("gallery/broken.jpg").toString();
    private static final String BAD_PROFILE =
            IMAGES.resolve("gallery/bad-profile.jpg").toString();
    private static final String SIXTEEN_BITS =
            IMAGES.resolve("gallery/sunset-16bit.png").toString();

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = UnderstudyTools.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "validate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }

    @Test
    void soundFilesAreValidAndSayNothing() {
        assertEquals(0, run("-any", "-readPixels", "-validatecolorprofile", JPEG, PNG));
        assertEquals("", out.toString() + err);
    }

    @Test
    void aFileHasToBeOfOneOfTheKinds() {
        assertEquals(0, run("-jpeg", JPEG));
        assertEquals(1, run("-jpeg", PNG));
        assertTrue(err.toString().contains("of the format png, not jpeg"), err.toString());
        assertEquals(1, run("-ptif", JPEG));
        assertEquals(0, run("-ptif", "-jpeg", JPEG));
        assertEquals(2, run(JPEG));
    }

    @Test
    void aPyramidHasSmallerImages() {
        Path tiffs = IMAGES.resolve("../../../bundles/codec-imageio/src/test/resources/images");
        assertEquals(0, run("-ptif", "-readPixels", tiffs.resolve("pyramid.tif").toString()), err::toString);
        assertEquals(1, run("-ptif", tiffs.resolve("deflate.tif").toString()));
        assertTrue(err.toString().contains("no pyramid"), err.toString());
    }

    /** The name of the file does not matter. */
    @Test
    void jpegUnderAnotherNameIsJpeg() {
        assertEquals(0, run("-jpeg", IMAGES.resolve("gallery/mislabeled.png").toString()));
    }

    @Test
    void damageBehindTheHeaderShowsWhenPixelsAreRead() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(JPEG));
        String cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2))
                .toString();
        assertEquals(1, run("-jpeg", "-readPixels", cut));
        assertTrue(err.toString().contains("cut.jpg"), err.toString());
        assertEquals(1, run("-jpeg", "-readPixels", BROKEN));
    }

    @Test
    void profilesAreCheckedWhenOneAsksForIt() {
        assertEquals(0, run("-jpeg", BAD_PROFILE));
        assertEquals(1, run("-jpeg", "-validatecolorprofile", BAD_PROFILE));
        assertTrue(err.toString().contains("no ICC profile"), err.toString());
    }

    @Test
    void sixteenBitsAreRefusedWhenOneAsksForIt() {
        assertEquals(0, run("-any", SIXTEEN_BITS));
        assertEquals(1, run("-any", "-reject16BitPerComponent", SIXTEEN_BITS));
    }

    @Test
    void aListNamesFiles() throws IOException {
        String list =
                Files.write(folder.resolve("list.txt"), List.of(JPEG, "", PNG)).toString();
        assertEquals(0, run("-any", "-fileList", list));
        assertEquals(1, run("-jpeg", "-fileList", list));
        assertEquals(2, run("-any", "-fileList", list, PNG));
        assertEquals(2, run("-any", "-fileList", folder.resolve("none").toString()));
        assertEquals(2, run("-any", "-fileList", JPEG));
        assertTrue(err.toString().contains("not in UTF-8"), err.toString());
    }

    @Test
    void allFilesAreLookedAtUnlessOneWantsToStop() {
        assertEquals(1, run("-jpeg", PNG, folder.resolve("none").toString()));
        assertEquals(2, err.toString().lines().count());
        assertEquals(1, run("-jpeg", "-stopOnError", PNG, folder.resolve("none").toString()));
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void foldersAndDevicesAreNoFiles() {
        assertEquals(1, run("-any", folder.toString(), "/dev/zero"));
        assertTrue(err.toString().contains(folder + ": it is a folder"), err.toString());
        assertTrue(err.toString().contains("/dev/zero: it is no regular file"), err.toString());
    }

    @Test
    void aSilentRunHasOnlyAnExitCode() {
        assertEquals(1, run("-jpeg", "-silent", "-verbose", PNG, JPEG));
        assertEquals("", out.toString() + err);
    }

    @Test
    void aVerboseRunSaysMore() {
        assertEquals(
                1,
                run(
                        "-any",
                        "-verbose",
                        JPEG,
                        IMAGES.resolve("gallery/empty.jpg").toString()));
        assertTrue(out.toString().contains("jpeg, 2000 x 1125"), out.toString());
        assertTrue(err.toString().contains("source.corrupt"), err.toString());
    }
}
