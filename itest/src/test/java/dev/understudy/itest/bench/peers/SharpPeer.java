package dev.understudy.itest.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** sharp in a process of Node's, which draws what it is told and says how long that took, without any HTTP. */
final class SharpPeer implements Peer {

    private static final String VERSION = "0.35.5";

    private final String name;
    private final Path sources;
    private final Process process;
    private final BufferedReader answers;

    private SharpPeer(String name, Path sources, Process process) throws IOException {
        this.name = name;
        this.sources = sources;
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        String ready = answers.readLine();
        if (ready == null || !ready.startsWith("ready\t")) {
            throw new IOException("sharp says: " + ready);
        }
    }

    /** Installs it into a folder, with what npm finds; empty where there is no Node or no network. */
    static Optional<Path> install(Path folder) {
        try (InputStream script = SharpPeer.class.getResourceAsStream("/bench/sharp.mjs")) {
            Files.createDirectories(folder);
            Files.copy(script, folder.resolve("sharp.mjs"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "sharp@" + VERSION)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.txt").toFile())
                    .start();
            return npm.waitFor() == 0 ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Starts it.
     *
     * @param threads how many a single image may use; 0 for as many as it likes
     */
    static SharpPeer start(Path installed, Path sources, int threads) throws IOException {
        Process process = new ProcessBuilder("node", "sharp.mjs", Integer.toString(threads))
                .directory(installed.toFile())
                .redirectError(installed.resolve("errors.txt").toFile())
                .start();
        return new SharpPeer("sharp " + VERSION + (threads == 1 ? ", one thread" : ""), sources, process);
    }

    @Override
    public String name() {
        return name;
    }

    /** Makes a source of photographs. */
    void make(BenchSource source, Path... photographs) throws IOException {
        StringBuilder line = new StringBuilder(String.join(
                "\t",
                "make",
                sources.resolve(source.file()).toString(),
                Integer.toString(source.width()),
                Integer.toString(source.height()),
                source.kind()));
        for (Path photograph : photographs) {
            line.append('\t').append(photograph);
        }
        tell(line.toString());
    }

    @Override
    public Drawn draw(Derivative derivative) throws IOException {
        String file = sources.resolve(derivative.source().file()).toString();
        return derivative.region()
                ? tell(String.join(
                        "\t",
                        "region",
                        file,
                        Integer.toString(derivative.left()),
                        Integer.toString(derivative.top()),
                        Integer.toString(derivative.width()),
                        derivative.format()))
                : tell(String.join("\t", "resize", file, Integer.toString(derivative.width()), derivative.format()));
    }

    private Drawn tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String answer = answers.readLine();
        if (answer == null || answer.startsWith("failed")) {
            throw new IOException("sharp says: " + answer);
        }
        String[] words = answer.split("\t");
        return new Drawn(Double.parseDouble(words[0]), Integer.parseInt(words[1]));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            answers.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
