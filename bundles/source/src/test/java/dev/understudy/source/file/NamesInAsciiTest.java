package dev.understudy.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What becomes of names that a virtual machine in a locale without UTF-8 cannot spell; it takes one to see that. */
class NamesInAsciiTest {

    /** Runs in that machine: looks for a file by each name. */
    static final class Machine {

        public static void main(String[] names) {
            FileNames.announce(LoggerFactory.getLogger("start"));
            for (String name : List.of("chair.jpg", "St\u00fchle.jpg", "lone \ud800.jpg", "zero\0.jpg")) {
                try {
                    Candidate.of(new SourceKey(SourceKey.Kind.IMAGE, "", name, true), List.of(Path.of("/")));
                    System.out.println("looked for");
                } catch (ServeException e) {
                    System.out.println(e.failure().kind().code());
                }
            }
        }

        private Machine() {}
    }

    @Test
    void theyAreUnreadableNotMissing() throws Exception {
        List<String> said = run("C");
        assumeTrue(!run("C").equals(run("C.UTF-8")), "the system has UTF-8 in every locale, or none with it");
        assertEquals(List.of("warned", "looked for", "source.unreadable", "source.missing", "source.missing"), said);
        assertEquals(List.of("looked for", "looked for", "source.missing", "source.missing"), run("C.UTF-8"));
    }

    private static List<String> run(String locale) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Machine.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, process.waitFor(), said);
        return said.lines()
                .map(line -> line.contains("LC_ALL=C.UTF-8") ? "warned" : line)
                .filter(line -> !line.startsWith("SLF4J"))
                .toList();
    }
}
