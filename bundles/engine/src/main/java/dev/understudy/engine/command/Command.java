package dev.understudy.engine.command;

import dev.understudy.catalog.Support;
import dev.understudy.catalog.Syntax;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of the table of commands. Rows are compared by identity.
 *
 * @param name the first spelling
 * @param spellings all names it goes by; the last one given prevails, whichever it is
 * @param scope what it belongs to
 * @param compositeScope what it means under {@code layer=comp}
 * @param fallback where its value comes from when it is not given
 * @param traits what sets it apart
 * @param types the types of requests that have it; nearly always all
 * @param support whether it works; the value of one that does not is not looked at
 * @param note what does not work, or what is our own about it; empty for nothing
 * @param <T> the value's type
 */
public record Command<T>(
        String name,
        List<Spelling<T>> spellings,
        Scope scope,
        CompositeScope compositeScope,
        Fallback<T> fallback,
        Set<Trait> traits,
        Set<RequestType> types,
        Support support,
        String note) {

    public Command {
        spellings = List.copyOf(spellings);
        traits = Set.copyOf(traits);
        types = Set.copyOf(types);
    }

    /** Whether it has the trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether effect layers have no such command: it is of layers, and has no meaning there. */
    public boolean isIgnoredByEffects() {
        return !scope.isGlobal() && scope != Scope.EFFECT && !is(Trait.OF_EFFECTS);
    }

    /** Whether only some types of requests have it. */
    public boolean isOfSomeTypes() {
        return types.size() < RequestType.values().length;
    }

    Command<T> alias(String otherName, Syntax<T> syntax) {
        List<Spelling<T>> more = new ArrayList<>(spellings);
        more.add(new Spelling<>(otherName, syntax));
        return new Command<>(name, more, scope, compositeScope, fallback, traits, types, support, note);
    }

    Command<T> or(Fallback<T> newFallback) {
        return new Command<>(name, spellings, scope, compositeScope, newFallback, traits, types, support, note);
    }

    Command<T> traits(Trait first, Trait... others) {
        Set<Trait> more = EnumSet.of(first, others);
        more.addAll(traits);
        return new Command<>(name, spellings, scope, compositeScope, fallback, more, types, support, note);
    }

    Command<T> onlyFor(RequestType... only) {
        return new Command<>(name, spellings, scope, compositeScope, fallback, traits, Set.of(only), support, note);
    }

    Command<T> support(Support newSupport, String newNote) {
        return new Command<>(name, spellings, scope, compositeScope, fallback, traits, types, newSupport, newNote);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name + "=";
    }
}
