package dev.understudy.itest.inside;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.understudy.itest.container.KarafServer;
import dev.understudy.itest.container.Setup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** What the shell of a Karaf tells an operator when things go wrong. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InKarafShellIT {

    private static final long PATIENCE_MILLIS = 30_000;

    @Inject
    private SessionFactory sessions;

    private final HttpClient http = HttpClient.newHttpClient();

    @Configuration
    public Option[] configuration() {
        return KarafServer.options(Setup.fresh("shell"));
    }

    @Test
    public void aDamagedFileIsListedAndReleased() throws Exception {
        awaitServing();
        assertEquals("The quarantine is empty.", say("understudy:quarantine"));

        Path whole = folder("IMAGES").resolve("shop/drum.jpg");
        Path damaged = folder("IMAGES").resolve("shop/cut.jpg");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
        Files.setLastModifiedTime(damaged, FileTime.from(Instant.now().minusSeconds(3600)));
        for (int width : new int[] {100, 200, 300}) {
            assertEquals(403, status("/is/image/shop/cut.jpg?wid=" + width));
        }

        String row = line(say("understudy:quarantine"), "shop/cut.jpg");
        assertTrue(row, row.matches("shop/cut\\.jpg +source\\.corrupt +[-\\d]+ [:\\d]+ +3  'shop/cut.jpg': .+"));
        String failures = await("understudy:errors", text -> text.contains("wid=300"));
        String error = line(failures, "source.corrupt");
        assertTrue(error, error.matches("source\\.corrupt +shop +3  [-\\d]+ [:\\d]+  /is/image/shop/cut.jpg.wid=300"));
        assertEquals(error, say("understudy:errors | grep corrupt"));
        assertTrue(get("/health").body().contains("\"quarantine\":{\"count\":1,\"newest\":[\"cut.jpg\"]}"));

        assertEquals("1 source released.", say("understudy:quarantine release shop/cut.jpg"));
        assertEquals("The quarantine is empty.", say("understudy:quarantine"));
        assertEquals(403, status("/is/image/shop/cut.jpg?wid=100"));
        Files.copy(whole, damaged, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(200, status("/is/image/shop/cut.jpg?wid=100"));
        assertEquals("The quarantine is empty.", say("understudy:quarantine"));
    }

    @Test
    public void theCacheForgetsAnObject() throws Exception {
        awaitServing();
        say("understudy:cache purge");
        for (String image : new String[] {"bridge?wid=31", "bridge?wid=32", "hills?wid=33&layer=1&src=bridge&wid=34"}) {
            assertEquals(200, status("/is/image/gallery/" + image));
        }
        assertEquals(200, status("/is/image/gallery/hills?wid=35"));
        String levels = "( and \\d+ levels? of sources)?"; // as many as the background has come to
        String purged = say("understudy:cache purge gallery/bridge");
        assertTrue(purged, purged.matches("3 replies" + levels + " forgotten\\."));
        purged = say("understudy:cache purge gallery/bridge");
        assertTrue(purged, purged.matches("0 replies" + levels + " forgotten\\."));
        assertTrue(say("understudy:cache").matches("[1-9]\\d* of \\d+ replies, .* MB, 1 of 1 folders in use\\."));
        assertEquals(200, status("/is/image/gallery/bridge?wid=31"));
    }

    @Test
    public void sourcesAreKeptSmallerWhenAnOperatorSaysSo() throws Exception {
        awaitServing();
        assertTrue(say("understudy:warm")
                .matches("\\d+ levels, .* MB, \\d+ sources wait; used \\d+ times, 0 were damaged\\."));
        assertEquals("2 of 2 records wait.", say("understudy:warm gallery bridge mountains"));
        await("understudy:warm", text -> text.contains(" 0 sources wait"));
        assertTrue(get("/health").body().contains("\"levels\":{\"count\":"));
    }

    @Test
    public void whoSharesNothingIsToldWhy() throws Exception {
        awaitServing();
        assertEquals(
                "Nothing is shared: the bundle cache-cluster (feature understudy-cluster) is not installed.",
                say("understudy:cluster"));
    }

    @Test
    public void secondaryServersAreListedAndAskedAgain() throws Exception {
        awaitServing();
        assertEquals("No secondary server is configured.", say("understudy:redirect"));
        assertTrue(get("/health").body().contains("\"secondaries\":[]"));
        assertEquals("0 servers are asked again.", say("understudy:redirect reset"));
    }

    @Test
    public void aBadCatalogIsNamedWithFileAndLine() throws Exception {
        awaitServing();
        String well = line(say("understudy:catalogs"), "gallery");
        assertTrue(well, well.matches("gallery +\\d+  ok"));

        Path file = folder("CATALOGS").resolve("gallery.ini");
        String before = Files.readString(file);
        int line = (int) before.lines().count() + 1;
        Files.writeString(file, before.stripTrailing() + "\nDefaultPix=wide\n");
        String bad = line(await("understudy:catalogs", text -> text.contains("gallery.ini")), "gallery ");
        assertTrue(bad, bad.matches("gallery +\\d+  \\w+ +.*gallery\\.ini:" + (line) + ": .*DefaultPix.*"));

        Files.writeString(file, before);
        await("understudy:catalogs", text -> !text.contains("gallery.ini"));
    }

    @Test
    public void aRequestIsExplainedThoughItsCatalogDoesNotAllowIt() throws Exception {
        awaitServing();
        assertEquals(403, status("/is/image/gallery/bridge?wid=90&req=explain"));
        String told = await(
                "understudy:explain '/is/image/gallery/bridge?wid=90&$polaroid$'", text -> text.contains("standIns"));
        assertTrue(told, told.contains("\"from\": \"macro $polaroid$ in request\""));
        assertTrue(told, told.contains("\"file\": \"gallery/bridge.jpg\",\n      \"format\": \"jpeg\""));
        assertTrue(told, told.contains("\"answer\": \"error-image gallery/on-error\""));
    }

    @Test
    public void helpSaysWhatTheCommandsDo() throws Exception {
        for (String command : new String[] {"catalogs", "errors", "quarantine", "explain", "warm", "cluster"}) {
            String help = await("understudy:" + command + " --help", text -> true);
            assertTrue(help, help.startsWith("understudy:" + command));
        }
        String list = say("help | grep understudy:quarantine");
        assertTrue(list, list.contains("not tried again"));
    }

    private void awaitServing() throws Exception {
        await(() -> Integer.toString(status("/is/image/gallery/bridge?wid=20")), "200"::equals);
    }

    private String await(String command, Predicate<String> wanted) throws Exception {
        return await(() -> say(command), wanted);
    }

    /** Asks until the answer will do. Commands and mounts come when the services behind them do. */
    private static String await(Callable<String> question, Predicate<String> wanted) throws Exception {
        long start = System.nanoTime();
        String last;
        do {
            try {
                last = question.call();
                if (wanted.test(last)) {
                    return last;
                }
            } catch (Exception e) {
                last = e.toString();
            }
            Thread.sleep(100);
        } while (System.nanoTime() - start < PATIENCE_MILLIS * 1_000_000);
        throw new AssertionError("after " + PATIENCE_MILLIS + " ms: " + last);
    }

    private static String line(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not in\n" + text));
    }

    /** What a command writes, as it does for {@code bin/client} and ssh. */
    private String say(String command) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        Session session = sessions.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            session.execute(command);
        } finally {
            session.close();
        }
        return written.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[[\\d;]*[mK]", "")
                .stripTrailing();
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + System.getenv("UNDERSTUDY_PORT") + target);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int status(String target) throws IOException, InterruptedException {
        return get(target).statusCode();
    }

    private static Path folder(String name) {
        return Path.of(System.getenv("UNDERSTUDY_" + name));
    }
}
