package dev.understudy.serve;

import dev.understudy.catalog.Support;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The table of commands of the engine that serves images, in words. */
@ProviderType
public interface CommandList {

    /** All commands, those of the reference in its order first. */
    List<CommandEntry> commands();

    /** All request types: the values of {@code req=}. */
    List<RequestTypeEntry> requestTypes();

    /** The names of the formats that {@code fmt=} takes, which depend on the codecs that are there. */
    List<String> formats();

    /**
     * A command.
     *
     * @param name the first of its spellings
     * @param spellings all names that the command goes by
     * @param support whether the command works
     * @param scope the part of a request that the command belongs to, such as {@code layer}
     * @param compositeScope what the command applies to under {@code layer=comp}; empty for the same as anywhere
     * @param fallback where the value comes from when the command is not given; empty for nowhere
     * @param traits what sets the command apart
     * @param note what does not work, or what is our own about the command; empty for nothing
     */
    record CommandEntry(
            String name,
            List<CommandSpelling> spellings,
            Support support,
            String scope,
            String compositeScope,
            String fallback,
            List<String> traits,
            String note) {

        public CommandEntry {
            spellings = List.copyOf(spellings);
            traits = List.copyOf(traits);
        }
    }

    /**
     * A name of a command.
     *
     * @param name compared without regard to case
     * @param allowed the values that are allowed under this name, in words
     */
    record CommandSpelling(String name, String allowed) {}

    /**
     * A request type.
     *
     * @param name the value of {@code req=}
     * @param support whether the type works
     * @param forms the forms of its replies, the usual one first; empty for a form of its own, such as an image
     * @param note what does not work; empty for nothing
     */
    record RequestTypeEntry(String name, Support support, List<String> forms, String note) {

        public RequestTypeEntry {
            forms = List.copyOf(forms);
        }
    }
}
