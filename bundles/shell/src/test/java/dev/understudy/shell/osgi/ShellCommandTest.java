package dev.understudy.shell.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands in a shell of Felix, without OSGi. */
class ShellCommandTest {

    private static final class Two implements Quarantine {
        @Override
        public List<QuarantinedSource> entries() {
            return List.of(
                    new QuarantinedSource("shop/a.jpg", FailureKind.SOURCE_CORRUPT, "cut short", Instant.EPOCH, 1),
                    new QuarantinedSource("shop/b.jpg", FailureKind.PROFILE_CORRUPT, "no profile", Instant.EPOCH, 1));
        }

        @Override
        public boolean release(String file) {
            return file.equals("shop/a $b.jpg");
        }

        @Override
        public int releaseAll() {
            return 2;
        }
    }

    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private CommandSession session;

    @BeforeEach
    void open() {
        io.start();
        processor.addCommand("understudy", new QuarantineCommandComponent(new Two()), "quarantine");
        RecentFailures none = List::of;
        processor.addCommand("understudy", new ErrorsCommandComponent(none), "errors");
        session = processor.createSession(new ByteArrayInputStream(new byte[0]), out, out);
    }

    @AfterEach
    void close() {
        session.close();
        io.stop();
    }

    private String say(String line) throws Exception {
        out.reset();
        session.execute(line);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theyAreFoundByScopeAndName() throws Exception {
        assertEquals("No request has failed within a day.\n", say("understudy:errors"));
    }

    @Test
    void argumentsMayHaveSpacesAndSigns() throws Exception {
        assertEquals("2 sources released.\n", say("understudy:quarantine release --all"));
        assertEquals("1 source released.\n", say("understudy:quarantine release 'shop/a $b.jpg'"));
    }

    @Test
    void helpIsGivenInsteadOfDoingAnything() throws Exception {
        assertEquals(
                "understudy:quarantine",
                say("understudy:quarantine release --all --help")
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void whatIsWrongEndsTheCommand() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> say("understudy:quarantine release shop/c.jpg"));
        assertEquals("Not in quarantine: shop/c.jpg", thrown.getMessage());
    }
}
