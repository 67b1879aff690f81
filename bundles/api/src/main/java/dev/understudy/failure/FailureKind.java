package dev.understudy.failure;

import static dev.understudy.failure.FailureKind.AllowedStandIn.DEFAULT_IMAGE;
import static dev.understudy.failure.FailureKind.AllowedStandIn.ERROR_IMAGE;
import static dev.understudy.failure.FailureKind.AllowedStandIn.LAST_GOOD;
import static dev.understudy.failure.FailureKind.AllowedStandIn.SECONDARY;
import static dev.understudy.failure.ProcessingStatus.CONTENT_OR_USAGE;
import static dev.understudy.failure.ProcessingStatus.NOT_FOUND;
import static dev.understudy.failure.ProcessingStatus.OVERLOAD;
import static dev.understudy.failure.ProcessingStatus.SERVER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of failures, on one page: the code that each has everywhere (text, XML, JSON, image, header, log, metric), its
 * status, the remedy for operators, and the stand-ins that it allows.
 *
 * <p>The first status is the documented one, the second that of {@code ErrorStatus=http}.
 */
public enum FailureKind {
    // @formatter:off
    /** A catalog entry whose file is not there. */
    SOURCE_MISSING("source.missing", "Image not found", 403, 404, NOT_FOUND,
            "Put the file where the record's `Path` says, or correct the record.",
            SECONDARY, LAST_GOOD, DEFAULT_IMAGE, ERROR_IMAGE),
    /** An object in no catalog, and no file at that path. */
    OBJECT_UNKNOWN("object.unknown", "Image not found", 403, 404, NOT_FOUND,
            "Correct the link; or add the record, or the file under the catalog's `RootPath`.",
            LAST_GOOD, DEFAULT_IMAGE, ERROR_IMAGE),
    /** An image file that may not be read. */
    SOURCE_UNREADABLE("source.unreadable", "Image cannot be read", 403, 502, CONTENT_OR_USAGE,
            "Let the server's account read the file and its folders; if it is a link, or its name is the trouble, do what the message says.",
            SECONDARY, LAST_GOOD, ERROR_IMAGE),
    /** An image file that is damaged, cut short or of no known format. */
    SOURCE_CORRUPT("source.corrupt", "Image cannot be read", 403, 502, CONTENT_OR_USAGE,
            "Replace the file by a sound one, in a format that is read here.",
            SECONDARY, LAST_GOOD, ERROR_IMAGE),
    /** An image file that may be sound, of a kind that is not read here. */
    SOURCE_UNSUPPORTED("source.unsupported", "Kind of image not supported", 403, 501, CONTENT_OR_USAGE,
            "Save the image anew as a kind that is read here; the message says what about it is not.",
            SECONDARY, LAST_GOOD, ERROR_IMAGE),
    /** A color profile that cannot be used. */
    PROFILE_CORRUPT("profile.corrupt", "Color profile cannot be used", 403, 502, CONTENT_OR_USAGE,
            "Save the image anew, with a sound profile or without one; or replace the profile that the catalog names.",
            SECONDARY, LAST_GOOD, ERROR_IMAGE),
    /** A font that cannot be loaded. */
    FONT_CORRUPT("font.corrupt", "Font cannot be used", 403, 502, CONTENT_OR_USAGE,
            "Replace the font file; if no text at all can be drawn, install what the message says Java lacks.",
            SECONDARY, LAST_GOOD, ERROR_IMAGE),
    /** Static content that is not there. */
    STATIC_MISSING("static.missing", "Content not found", 403, 404, NOT_FOUND,
            "Correct the link; or put the file where the record or the link says, under `StaticContentRootPath`.",
            SECONDARY),
    /** Static content that may not be read, or not in the form that is asked for. */
    STATIC_UNREADABLE("static.unreadable", "Content cannot be read", 403, 502, CONTENT_OR_USAGE,
            "Let the server's account read the file and its folders; if its name or its characters are the trouble, do what the message says.",
            SECONDARY),
    /** A vector image in a catalog whose file is not there. */
    SVG_MISSING("svg.missing", "Image not found", 403, 404, NOT_FOUND,
            "Put the file where the record's `Path` says, or correct the record; a default image never stands in for it.",
            SECONDARY, LAST_GOOD, ERROR_IMAGE),
    /** A vector image in no catalog, and no file at that path. */
    SVG_UNKNOWN("svg.unknown", "Image not found", 403, 404, NOT_FOUND,
            "Correct the link; a default image never stands in for vector images.",
            LAST_GOOD, ERROR_IMAGE),
    /** A vector image that has something that is not painted here, such as text or filters. */
    SVG_UNSUPPORTED("svg.unsupported", "Vector images not supported", 403, 501, CONTENT_OR_USAGE,
            "The message names what is not painted, and the line: change that (text into outlines, say); or save the image as PNG.",
            LAST_GOOD, ERROR_IMAGE),
    /** A known command with a value outside its syntax or range. */
    PARAMETER_INVALID("parameter.invalid", "Invalid parameter", 403, 400, CONTENT_OR_USAGE,
            "Correct the link, preset or record; the message names the command and what it takes.",
            ERROR_IMAGE),
    /** A request that cannot be read: nesting, encoding, unknown layer names. */
    REQUEST_MALFORMED("request.malformed", "Malformed request", 403, 400, CONTENT_OR_USAGE,
            "Correct the link, preset or record; the message says what cannot be read.",
            ERROR_IMAGE),
    /** Something of the protocol that this server does not do (yet). */
    REQUEST_UNSUPPORTED("request.unsupported", "Request not supported", 403, 501, CONTENT_OR_USAGE,
            "Ask for something else; the message says what would work.",
            ERROR_IMAGE),
    /** An image beyond the configured size limits. */
    SIZE_LIMIT("size.limit", "Image is too large", 403, 413, CONTENT_OR_USAGE,
            "Ask for less, or raise the limit that the message names.",
            ERROR_IMAGE),
    /** A request turned away by lock, obfuscation, address filter, direct access or rule, or for want of a catalog. */
    REQUEST_REFUSED("request.refused", "Request refused", 403, 403, CONTENT_OR_USAGE,
            "Nothing, if the client has no business here; else change what the message names. See [operations](operations.md)."),
    /** An image from a foreign server that could not be had. */
    FOREIGN_FAILED("foreign.failed", "Foreign image not available", 403, 502, CONTENT_OR_USAGE,
            "See that the foreign server answers, and that the catalog allows images from there.",
            ERROR_IMAGE),
    /** An image that could not be written to the file that it should be saved in, or not in time. */
    SAVE_FAILED("save.failed", "Image could not be saved", 403, 500, SERVER,
            "See that the folder is there, that the server's account may write to it, and that its disk has room; the message says which."),
    /** No permit, no memory or no time left. */
    SERVER_OVERLOADED("server.overloaded", "Server is busy", 503, 503, OVERLOAD,
            "Nothing, if it passes; else let clients keep answers for longer, or give the server more memory and processors."),
    /** A whole image root is gone, or no file can be opened any more. */
    STORAGE_UNAVAILABLE("storage.unavailable", "Storage is not available", 503, 503, SERVER,
            "Bring the root folder back, or allow the process more open files; a restart is not needed.",
            SECONDARY, LAST_GOOD),
    /** The secondary server cannot be reached. */
    SECONDARY_UNREACHABLE("secondary.unreachable", "Secondary server cannot be reached", 502, 502, SERVER,
            "Start the secondary server, or correct `errorRedirect.rootUrl`."),
    /** The secondary server did not answer in time. */
    SECONDARY_TIMEOUT("secondary.timeout", "Secondary server did not answer in time", 504, 504, SERVER,
            "Find out why the secondary server is slow; else raise `errorRedirect.connectTimeout` or `socketTimeout`."),
    /** The secondary server's answer cannot be understood. */
    SECONDARY_BROKEN("secondary.broken", "Secondary server's answer is broken", 502, 502, SERVER,
            "See what it is that answers at `errorRedirect.rootUrl`, and what stands in between."),
    /** Too many requests wait for the secondary server. */
    SECONDARY_BUSY("secondary.busy", "Secondary server is busy", 503, 503, SERVER,
            "See why so many requests fail here, or why the secondary server is slow."),
    /** The secondary server failed several times in a row and is not asked for a while. */
    SECONDARY_DOWN("secondary.down", "Secondary server is down", 503, 503, SERVER,
            "Mend the secondary server; it is asked again by itself, or after `understudy:redirect reset`."),
    /** A path that the secondary server cannot be asked for. */
    SECONDARY_PATH("secondary.path", "Request cannot be forwarded", 403, 400, SERVER,
            "Give the object a name without a pipe character, and send less than 90 KB of address and headers."),
    /** A fault of this server. */
    INTERNAL("internal", "Internal error", 500, 500, SERVER,
            "Report it, with the stack trace from the server's log.",
            ERROR_IMAGE);
    // @formatter:on

    /** The stand-ins that may take a failed request's place, before text. */
    public enum AllowedStandIn {
        SECONDARY,
        LAST_GOOD,
        DEFAULT_IMAGE,
        ERROR_IMAGE
    }

    private final String code;
    private final String title;
    private final int documentedStatus;
    private final int httpStatus;
    private final ProcessingStatus processingStatus;
    private final String remedy;
    private final Set<AllowedStandIn> standIns;

    FailureKind(
            String code,
            String title,
            int documentedStatus,
            int httpStatus,
            ProcessingStatus processingStatus,
            String remedy,
            AllowedStandIn... standIns) {
        this.code = code;
        this.title = title;
        this.documentedStatus = documentedStatus;
        this.httpStatus = httpStatus;
        this.processingStatus = processingStatus;
        this.remedy = remedy;
        this.standIns = standIns.length == 0 ? Set.of() : Set.copyOf(EnumSet.copyOf(Arrays.asList(standIns)));
    }

    /** The same short name everywhere, such as {@code source.missing}. */
    public String code() {
        return code;
    }

    /** A title for people that names no file, class or address. */
    public String title() {
        return title;
    }

    /** The HTTP status under a policy. */
    public int status(StatusPolicy policy) {
        return policy == StatusPolicy.HTTP ? httpStatus : documentedStatus;
    }

    /** The status for the access log. */
    public ProcessingStatus processingStatus() {
        return processingStatus;
    }

    /** The remedy for operators, for documentation and tools; may hold Markdown. */
    public String remedy() {
        return remedy;
    }

    /** Whether a stand-in may take the failed request's place, when it is configured. */
    public boolean allows(AllowedStandIn standIn) {
        return standIns.contains(standIn);
    }

    /**
     * Whether clients may keep an answer about it, {@code attribute::ErrorExpiration}: it is about content or the
     * request, so that the next one would fail alike. Refusals, for which nothing stands in, are about who asks; faults of
     * servers pass.
     */
    public boolean mayBeKept() {
        return (processingStatus == NOT_FOUND || processingStatus == CONTENT_OR_USAGE) && !standIns.isEmpty();
    }

    /** Whether the operator should see it as an error of the server instead of one of a client or of content. */
    public boolean isServerFault() {
        return processingStatus == SERVER;
    }
}
