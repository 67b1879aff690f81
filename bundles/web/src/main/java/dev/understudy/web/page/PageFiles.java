package dev.understudy.web.page;

import dev.understudy.serve.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page, read once. */
public final class PageFiles {

    /** The media types of the files by their names. */
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html;charset=utf-8",
            "page.css", "text/css;charset=utf-8",
            "page.mjs", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, Reply> replies = new HashMap<>();

    /** Reads the files. */
    public PageFiles() {
        TYPES.forEach((name, type) -> replies.put(name, PageReplies.revalidated(type, read(name))));
    }

    /**
     * Returns the reply with a file, or null when there is none of that name.
     *
     * @param name empty for the page itself
     */
    public @Nullable Reply find(String name) {
        return replies.get(name.isEmpty() ? "index.html" : name);
    }

    private static byte[] read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
