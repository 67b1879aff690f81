package dev.understudy.itest.bench.peers;

import dev.understudy.itest.container.NodeModules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** sharp in a process of Node's, which draws what it is told and says how long that took, without any HTTP. */
final class SharpPeer implements Peer {

    static final String VERSION = "0.35.5";

    private final String name;
    private final Path sources;
    private final boolean pyramid;
    private final Process process;
    private final BufferedReader answers;

    private SharpPeer(String name, Path sources, boolean pyramid, Process process) throws IOException {
        this.name = name;
        this.sources = sources;
        this.pyramid = pyramid;
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        String ready = answers.readLine();
        if (ready == null || !ready.startsWith("ready\t")) {
            throw new IOException("sharp says: " + ready);
        }
    }

    /** Installs it into a folder; empty where that cannot be done. */
    static Optional<Path> install(Path folder) {
        return NodeModules.install(folder, "/bench/sharp.mjs", "sharp@" + VERSION);
    }

    /**
     * Starts it.
     *
     * @param threads how many a single image may use; 0 for as many as it likes
     */
    static SharpPeer start(Path installed, Path sources, int threads) throws IOException {
        String name = "sharp " + VERSION + (threads == 1 ? ", one thread" : "");
        return new SharpPeer(name, sources, false, process(installed, threads));
    }

    /** Starts one that draws from pyramids that it has made of the sources. */
    static SharpPeer ofPyramids(Path installed, Path sources) throws IOException {
        return new SharpPeer("sharp, of its own pyramid", sources, true, process(installed, 1));
    }

    private static Process process(Path installed, int threads) throws IOException {
        return new ProcessBuilder("node", "sharp.mjs", Integer.toString(threads))
                .directory(installed.toFile())
                .redirectError(installed.resolve("errors.txt").toFile())
                .start();
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
                source.kind().name()));
        for (Path photograph : photographs) {
            line.append('\t').append(photograph);
        }
        tell(line.toString());
    }

    /** Makes the pyramid of a source. */
    void makePyramid(BenchSource source) throws IOException {
        tell(String.join(
                "\t",
                "makePyramid",
                sources.resolve(source.file()).toString(),
                sources.resolve(source.pyramid()).toString()));
    }

    @Override
    public boolean draws(Derivative derivative) {
        return !pyramid || derivative.source().isJpeg() && derivative.source().kind() != BenchSource.Kind.CMYK;
    }

    @Override
    public Drawn draw(Derivative derivative) throws IOException {
        BenchSource source = derivative.source();
        String file =
                sources.resolve(pyramid ? source.pyramid() : source.file()).toString();
        String width = Integer.toString(derivative.width());
        String atOnce = Integer.toString(derivative.atOnce());
        if (derivative.region()) {
            String left = Integer.toString(derivative.left());
            String top = Integer.toString(derivative.top());
            return tell(String.join("\t", "region", atOnce, file, left, top, width, derivative.format()));
        }
        return pyramid
                ? tell(String.join(
                        "\t", "level", atOnce, file, Integer.toString(source.width()), width, derivative.format()))
                : tell(String.join("\t", "resize", atOnce, file, width, derivative.format()));
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
