package dev.understudy.engine.codec;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What tells one build of software that draws from another. The text may be on its way: reading bundles takes longer than starting them. */
public final class Edition {

    private final CompletableFuture<String> text;

    private Edition(CompletableFuture<String> text) {
        this.text = text;
    }

    /** An edition that is known. */
    public static Edition of(String text) {
        return new Edition(CompletableFuture.completedFuture(text));
    }

    /** An edition that another thread finds out from now on. What does that must not fail. */
    public static Edition found(Supplier<String> text) {
        return new Edition(CompletableFuture.supplyAsync(text));
    }

    /** Returns the edition of both together. */
    public Edition and(Edition other) {
        return new Edition(text.thenCombine(other.text, (one, two) -> one + " " + two));
    }

    /** The text, which is waited for. */
    public String text() {
        return text.join();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edition edition && text().equals(edition.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text.getNow("not known yet");
    }
}
