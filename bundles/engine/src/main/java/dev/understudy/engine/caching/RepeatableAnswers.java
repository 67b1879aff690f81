package dev.understudy.engine.caching;

import dev.understudy.catalog.Catalogs;
import dev.understudy.serve.Call;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were given last and can be given again, under the catalogs as they are. Each has one place in a table, and keeps it
 * until another one is put there. Safe for many threads.
 */
public final class RepeatableAnswers {

    private static final int SLOTS = 8192;

    /** Longer targets, which are rarely asked for again, would fill the memory. */
    private static final int MAX_TARGET = 1024;

    private final int slots;
    private volatile @Nullable Table present;

    /** The answers under one state of the catalogs: others have others. */
    private record Table(Catalogs catalogs, AtomicReferenceArray<@Nullable RepeatableAnswer> answers) {}

    public RepeatableAnswers() {
        this(SLOTS);
    }

    RepeatableAnswers(int slots) {
        this.slots = slots;
    }

    /** The answer to a call; null when it is not known. */
    public @Nullable RepeatableAnswer find(Call call) {
        Table table = present;
        if (table == null || table.catalogs() != call.catalogs() || call.operator()) {
            return null;
        }
        RepeatableAnswer forAll = table.answers().get(place(call, false));
        if (forAll != null && forAll.answers(call)) {
            return forAll;
        }
        RepeatableAnswer forSome = table.answers().get(place(call, true));
        return forSome != null && forSome.answers(call) ? forSome : null;
    }

    /** Remembers the answer to a call. */
    public void remember(Call call, RepeatableAnswer answer) {
        String query = call.query();
        if (call.path().length() + (query == null ? 0 : query.length()) > MAX_TARGET) {
            return;
        }
        Table table = present;
        if (table == null || table.catalogs() != call.catalogs()) {
            table = new Table(call.catalogs(), new AtomicReferenceArray<>(slots));
            present = table;
        }
        table.answers().set(place(call, !answer.varying().isEmpty()), answer);
    }

    private int place(Call call, boolean varying) {
        int target = 31 * call.path().hashCode() + Objects.hashCode(call.query());
        return Math.floorMod(varying ? 31 * target + call.hints().hashCode() : target, slots);
    }
}
