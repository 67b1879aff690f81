package dev.understudy.itest.container;

import dev.understudy.itest.helper.ProcessControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server as an operator starts it: the script of an assembly, in a process of its own. */
public final class ProcessServer implements Server {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(40);
    private static final int LAST_JAVA_OF_KARAF = 21;

    private final Setup setup;
    private final Path etc;
    private final Process process;

    private ProcessServer(Setup setup, Path etc, Process process) {
        this.setup = setup;
        this.etc = etc;
        this.process = process;
    }

    /** Whether this Java is one that Karaf runs on. */
    public static boolean canRunKaraf() {
        return Runtime.version().feature() <= LAST_JAVA_OF_KARAF;
    }

    /** Plain Felix, not waited for. */
    public static ProcessServer launchFelix(Setup setup) {
        return launch(setup, Build.felix(), List.of("bin/understudy"));
    }

    /** Plain Felix that can have no more files open than that, not waited for. */
    public static ProcessServer launchFelix(Setup setup, int files) {
        return launch(setup, Build.felix(), List.of("sh", "-c", "ulimit -n " + files + " && exec bin/understudy"));
    }

    /** The assembled Karaf in the foreground, not waited for. */
    public static ProcessServer launchKaraf(Setup setup) {
        return launchKaraf(setup, Build.assembly());
    }

    /** A Karaf in the foreground, not waited for. */
    public static ProcessServer launchKaraf(Setup setup, Path home) {
        return launch(setup, home, List.of("bin/karaf", "run"));
    }

    /** Plain Felix that serves. */
    public static ProcessServer felix(Setup setup) {
        return launchFelix(setup).awaitReadiness();
    }

    private static ProcessServer launch(Setup setup, Path home, List<String> command) {
        try {
            Path data = Files.createDirectories(setup.folder().resolve("data"));
            Path etc = setup.configuration(home.resolve("etc"));
            // Several Karafs may run from the same folder, and one that was killed leaves traces.
            Files.writeString(
                    etc.resolve("custom.properties"),
                    "\nkaraf.lock.dir = " + data + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("UNDERSTUDY_") || name.startsWith("KARAF_"));
            environment.putAll(setup.environment());
            environment.put(
                    "JAVA_HOME", setup.environment().getOrDefault("JAVA_HOME", System.getProperty("java.home")));
            environment.put("UNDERSTUDY_DATA", data.toString());
            environment.put("KARAF_DATA", data.toString());
            environment.put("KARAF_ETC", etc.toString());
            // Where plain Felix looks for its configuration; Karaf pays no heed to it.
            environment.merge("JAVA_OPTS", "-Dfelix.fileinstall.dir=" + etc, (given, ours) -> given + " " + ours);
            // Signals are for the server, not for the script of a stock Karaf, which would leave it behind.
            environment.put("KARAF_EXEC", "exec");
            environment.put("CHECK_ROOT_INSTANCE_RUNNING", "false");
            builder.redirectErrorStream(true).redirectOutput(output(setup).toFile());
            return new ProcessServer(setup, etc, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it serves. */
    public ProcessServer awaitReadiness() {
        try {
            client().await("/is/image/gallery/bridge?wid=20", START, response -> response.status() == 200);
            if (setup.helper()) {
                client().await(ProcessControl.MOUNT + "/threads", START, response -> response.status() == 200);
            }
            return this;
        } catch (AssertionError e) {
            kill();
            throw new AssertionError("it does not serve, and has said:\n" + output(), e);
        }
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(output(setup));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types a line into its terminal. */
    public void type(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed something; returns all that it has printed. */
    public String awaitOutput(String text) {
        long start = System.nanoTime();
        while (!output().contains(text)) {
            if (System.nanoTime() - start > START.toNanos()) {
                throw new AssertionError("it has not printed '" + text + "' but\n" + output());
            }
            pause();
        }
        return output();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The exit code, once it has ended by itself. */
    public int awaitExit() {
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("still runs after " + END + "; it said:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, as service managers do. */
    public void askToEnd() {
        process.destroy();
    }

    /** Has it end; the exit code. */
    public int terminate() {
        askToEnd();
        return awaitExit();
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
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
        if (process.isAlive()) {
            terminate();
        }
    }

    private static Path output(Setup setup) {
        return setup.folder().resolve("output.txt");
    }
}
