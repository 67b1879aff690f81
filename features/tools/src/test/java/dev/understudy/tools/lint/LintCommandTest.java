package dev.understudy.tools.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.tools.UnderstudyTools;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LintCommandTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("understudy.root", "../..")).resolve("features/samples");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = UnderstudyTools.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("urls.txt"), List.of(lines)).toString();
    }

    @Test
    void shapesAreCountedTheGravestFirst() throws IOException {
        String urls = file(
                "/is/image/shop/brushes?wid=400",
                "/is/image/shop/tulips?wid=500",
                "/is/image/shop/brushes?wid=undefined",
                "/favicon.ico",
                "# a comment");
        assertEquals(1, run("lint", "--catalogs", SAMPLES.resolve("catalogs").toString(), urls));
        String text = out.toString();
        assertTrue(text.contains("3 requests in"), text);
        assertTrue(text.contains("1 answered by errors"), text);
        assertTrue(text.contains("2 other lines"), text);
        assertTrue(text.indexOf("error ") < text.indexOf("?wid=#"), text);
        assertTrue(text.contains("such as /is/image/shop/brushes?wid=undefined"), text);
    }

    @Test
    void theExitCodeIsOfTheLevelThatOneAsksFor() throws IOException {
        String odd = file("/is/image/a/b?bogus=1");
        assertEquals(0, run("lint", odd));
        assertEquals(1, run("lint", "--fail-on", "warning", odd));
        String wrong = file("/is/image/a/b?wid=x");
        assertEquals(1, run("lint", wrong));
        assertEquals(0, run("lint", "--fail-on", "never", wrong));
    }

    @Test
    void packedLogsAreRead() throws IOException {
        Path packed = folder.resolve("access.log.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            to.write("1.2.3.4 \"GET /is/image/a/b?wid=7 HTTP/1.1\" 200\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(0, run("lint", packed.toString()));
        assertTrue(out.toString().contains("1 requests in 1 shapes"), out.toString());
    }

    @Test
    void storesAreNotAskedWhichIsSaidLoudly() throws IOException {
        String catalogs = SAMPLES.resolve("catalogs").toString();
        String urls = file("/is/image/not/in/any/folder?wid=400");
        String images = SAMPLES.resolve("images").toString();
        assertEquals(1, run("lint", "-c", catalogs, "-i", images, urls));
        assertEquals(0, run("lint", "-c", catalogs, "-i", images, "-i", "s3://bucket/originals", urls));
        assertTrue(err.toString().contains("roots on stores are not asked"), err.toString());
        assertTrue(out.toString().contains("file.not-looked-for"), out.toString());
    }

    /** A URL comes from anybody: it must not become markup. */
    @Test
    void thePageHasUrlsAsText() throws IOException {
        Path page = folder.resolve("report.html");
        run("lint", "--html", page.toString(), file("/is/image/a/b?wid=<script>alert(1)</script>"));
        String html = Files.readString(page);
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertFalse(html.contains("<script"), html);
    }

    @Test
    void whatCannotBeUsedIsToldInALine() throws IOException {
        assertEquals(2, run("lint", folder.resolve("none").toString()));
        assertTrue(err.toString().startsWith("understudy-tools: there is no file "), err.toString());
        assertEquals(2, run("lint", "--catalogs", folder.resolve("none").toString(), file("/is/image/a")));
        assertEquals(2, run("lint", folder.toString()));
        assertTrue(err.toString().contains(folder + " is a folder"), err.toString());
        Path packed = Files.write(folder.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertEquals(2, run("lint", packed.toString()));
        assertTrue(err.toString().contains("cut.gz is packed, and damaged"), err.toString());
        assertEquals(2, run("nosuchtool"));
        assertEquals(2, run());
    }
}
