package dev.understudy.engine.request;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.FormatChoice;
import dev.understudy.engine.command.ReqValue;
import dev.understudy.engine.command.Trait;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes summaries of requests. A value that makes no sense counts as not given here. */
final class RequestSummarizer {

    private final ImageRequest request;
    private final OutputFormats formats;
    private final CommandValues values;

    private RequestSummarizer(ImageRequest request, OutputFormats formats) {
        this.request = request;
        this.formats = formats;
        this.values = request.values().global();
    }

    /** The summary of a request whose reply may be of one of the formats. */
    static RequestSummary summary(ImageRequest request, OutputFormats formats) {
        return new RequestSummarizer(request, formats).summary();
    }

    private RequestSummary summary() {
        ReqValue asked = asked();
        ErrorForm form =
                new ErrorForm(asked.syntax(), valueOrNull(Commands.HANDLER), valueOrNull(Commands.ID), asked.charset());
        return new RequestSummary(
                asked.type(),
                form,
                request.catalog(),
                request.object(),
                defaultImages(request, null),
                kept(),
                value(Commands.CACHE, CacheChoice.ON));
    }

    private ReqValue asked() {
        Assignment given = values.assignment(Commands.REQ);
        ReqValue asked = valueOrNull(Commands.REQ);
        if (asked == null) {
            return given == null ? ReqValue.IMG : ReqValue.guess(given.value());
        }
        return asked;
    }

    /**
     * The default images of a request.
     *
     * @param around that of the request around it; null for none
     */
    private static DefaultImages defaultImages(ImageRequest request, @Nullable DefaultImage around) {
        Assignment given = request.values().global().assignment(Commands.DEFAULT_IMAGE);
        String object = given == null ? request.catalog().get(Attributes.DEFAULT_IMAGE) : given.value();
        DefaultImage own =
                object.isBlank() ? around : new DefaultImage(object.strip(), given == null, request.catalog());
        Map<Integer, DefaultImages> nested = new HashMap<>();
        request.sources().forEach((layer, source) -> {
            if (source instanceof LayerSource.Nested inner) {
                nested.put(layer, defaultImages(inner.request(), own));
            }
        });
        return new DefaultImages(own, nested);
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        for (Command<?> command : Commands.all()) {
            Assignment given = values.assignment(command);
            if (given != null && command.is(Trait.KEPT_BY_DEFAULT_IMAGE) && valueOrNull(command) != null) {
                kept.put(command.name(), given.value());
            }
        }
        if (!formats.writes(value(Commands.FMT, FormatChoice.JPEG))) {
            kept.remove(Commands.FMT.name());
        }
        return kept;
    }

    private <T> T value(Command<T> command, T otherwise) {
        T value = valueOrNull(command);
        return value == null ? otherwise : value;
    }

    private <T> @Nullable T valueOrNull(Command<T> command) {
        try {
            return values.get(command);
        } catch (ServeException e) {
            // Whoever plans the request in earnest tells it.
            return null;
        }
    }
}
