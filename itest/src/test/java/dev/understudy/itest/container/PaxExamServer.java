package dev.understudy.itest.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.ops4j.pax.exam.Constants;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestContainerFactory;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** A server in a container of Pax Exam, which does nothing but start and stop it: the tests come in over HTTP. */
final class PaxExamServer implements Server {

    private static final Duration START = Duration.ofSeconds(90);

    private final Setup setup;
    private final Path etc;
    private final TestContainer container;

    private PaxExamServer(Setup setup, Path etc, TestContainer container) {
        this.setup = setup;
        this.etc = etc;
        this.container = container;
    }

    /**
     * Starts a server and waits until it serves.
     *
     * @param factory the container's, named since there is more than one on the class path
     * @param etc the folder of its configuration files, which may be made by the start
     */
    static PaxExamServer start(
            Class<? extends TestContainerFactory> factory, Setup setup, Option[] options, EtcFolder etc) {
        System.setProperty(
                Constants.EXAM_CONFIGURATION_KEY,
                PaxExamServer.class.getResource("/exam.properties").toString());
        try {
            ExamSystem system = PaxExamRuntime.createServerSystem(options);
            TestContainer container =
                    PaxExamRuntime.getTestContainerFactory(factory).create(system)[0];
            container.start();
            PaxExamServer server = new PaxExamServer(setup, etc.find(), container);
            server.awaitReadiness();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the configuration files are, once the container has started. */
    @FunctionalInterface
    interface EtcFolder {
        Path find() throws IOException;
    }

    private void awaitReadiness() {
        try {
            client().await("/is/image/gallery/bridge?wid=20", START, response -> response.status() == 200);
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    @Override
    public Setup setup() {
        return setup;
    }

    @Override
    public Path etc() {
        return etc;
    }

    @Override
    public void close() {
        container.stop();
    }
}
