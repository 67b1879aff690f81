package dev.understudy.engine.command;

import static dev.understudy.engine.command.RequestType.Lifetime.IMAGE;
import static dev.understudy.engine.command.RequestType.Lifetime.NONE;
import static dev.understudy.engine.command.RequestType.Lifetime.NON_IMAGE;
import static dev.understudy.failure.ErrorForm.PropertySyntax.JAVASCRIPT;
import static dev.understudy.failure.ErrorForm.PropertySyntax.JSON;
import static dev.understudy.failure.ErrorForm.PropertySyntax.PLAIN;
import static dev.understudy.failure.ErrorForm.PropertySyntax.TEXT;
import static dev.understudy.failure.ErrorForm.PropertySyntax.XML;

import dev.understudy.catalog.Support;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of request types; {@code req=}.
 *
 * <p>Source: the reference's pages on req, one a type.
 */
public enum RequestType {
    CATALOGPROPS("catalogprops", NON_IMAGE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    EXISTS("exists", NON_IMAGE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    IMAGEPROPS("imageprops", NON_IMAGE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    IMAGESET("imageset", NON_IMAGE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    IMG("img", IMAGE, Support.FULL, "Also spelled tile, as zoom viewers do.", PLAIN),
    LOADCACHE("loadcache", NONE, Support.FULL, "", TEXT),
    MAP("map", IMAGE, Support.FULL, "A record without commands: its map as it is written.", TEXT, XML, JSON),
    MASK("mask", IMAGE, Support.FULL, "", PLAIN),
    MBR_SET(
            "mbrSet",
            NON_IMAGE,
            Support.FULL,
            "m3u8 or f4m by fmt, else by the form: text is m3u8, xml is f4m.",
            TEXT,
            XML),
    MESSAGE(
            "message",
            NONE,
            Support.FULL,
            "message= is written to the log: 256 characters of it, without control characters.",
            TEXT),
    PROPS("props", NON_IMAGE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    RESOLVE("resolve", NONE, Support.FULL, "", TEXT),
    SAVE_TO_FILE("saveToFile", NONE, Support.FULL, "Off unless it is set up: see [saving](../saving.md).", TEXT),
    SET("set", NON_IMAGE, Support.FULL, "See [sets](../sets.md).", XML, JSON),
    TARGETS("targets", IMAGE, Support.FULL, "", TEXT, XML, JSON),
    TMB("tmb", IMAGE, Support.FULL, "", PLAIN),
    USERDATA("userdata", IMAGE, Support.FULL, "", TEXT, XML, JSON),
    VALIDATE("validate", NONE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    XLATE("xlate", IMAGE, Support.FULL, "", TEXT, JAVASCRIPT, XML, JSON),
    XMP("xmp", IMAGE, Support.FULL, "An image without XMP has an empty packet.", XML),
    EXPLAIN(
            "explain",
            NONE,
            Support.FULL,
            "Our own: how the request for the image is understood and answered, as JSON. For catalogs with AllowExplain.",
            PLAIN);

    /** The setting that decides how long a reply may be kept. */
    public enum Lifetime {
        /** {@code catalog::Expiration}. */
        IMAGE,
        /** {@code attribute::NonImgExpiration}. */
        NON_IMAGE,
        /** No time: the reply may not be kept. */
        NONE
    }

    private final String value;
    private final Lifetime lifetime;
    private final Support support;
    private final String note;
    private final List<PropertySyntax> forms;

    RequestType(String value, Lifetime lifetime, Support support, String note, PropertySyntax... forms) {
        this.value = value;
        this.lifetime = lifetime;
        this.support = support;
        this.note = note;
        this.forms = List.of(forms);
    }

    /** As {@code req=} spells it. */
    public String value() {
        return value;
    }

    /** The setting that decides how long a reply may be kept. */
    public Lifetime lifetime() {
        return lifetime;
    }

    /** Whether it works. */
    public Support support() {
        return support;
    }

    /** A note on what does not work; empty for nothing. */
    public String note() {
        return note;
    }

    /** The forms of its replies, the usual one first; PLAIN alone for those with one form of their own, such as images. */
    public List<PropertySyntax> forms() {
        return forms;
    }

    /** Whether the reply is an image. */
    public boolean isImage() {
        return this == IMG || this == TMB || this == MASK;
    }

    /**
     * Whether a default image or an error image can stand in for the reply. What expects a mask would take its opacities for those
     * of the image that is missing.
     *
     * <p>Source: the reference's page on defaultImage.
     */
    public boolean hasStandInImages() {
        return this == IMG || this == TMB;
    }

    /** Whether a secondary server may be sent the request: not one that would change something there instead of here. */
    public boolean mayBeForwarded() {
        return this != SAVE_TO_FILE;
    }

    /** The type of this name, without regard to case. */
    public static Optional<RequestType> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).equals("tile") ? IMG.value : name;
        return Arrays.stream(values())
                .filter(type -> type.value.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The names of those that work, for messages. */
    public static String working() {
        return Arrays.stream(values())
                .filter(type -> type.support != Support.NONE)
                .map(RequestType::value)
                .collect(Collectors.joining(", "));
    }
}
