package dev.understudy.content.item;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** The table of media types by file suffix; text is UTF-8. */
final class MediaTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final String UTF_8 = ";charset=utf-8";

    private MediaTypes() {}

    // @formatter:off
    private static final Map<String, String> BY_SUFFIX = Map.ofEntries(
            entry("txt", "text/plain" + UTF_8),
            entry("log", "text/plain" + UTF_8),
            entry("md", "text/markdown" + UTF_8),
            entry("htm", "text/html" + UTF_8),
            entry("html", "text/html" + UTF_8),
            entry("css", "text/css" + UTF_8),
            entry("csv", "text/csv" + UTF_8),
            entry("tsv", "text/tab-separated-values" + UTF_8),
            entry("vtt", "text/vtt" + UTF_8),
            entry("ics", "text/calendar" + UTF_8),
            entry("js", "text/javascript" + UTF_8),
            entry("mjs", "text/javascript" + UTF_8),
            entry("xml", "application/xml"),
            entry("xsl", "application/xml"),
            entry("srt", "application/x-subrip"),
            entry("json", "application/json"),
            entry("map", "application/json"),
            entry("webmanifest", "application/manifest+json"),
            entry("wasm", "application/wasm"),
            entry("pdf", "application/pdf"),
            entry("rtf", "application/rtf"),
            entry("doc", "application/msword"),
            entry("xls", "application/vnd.ms-excel"),
            entry("ppt", "application/vnd.ms-powerpoint"),
            entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            entry("epub", "application/epub+zip"),
            entry("zip", "application/zip"),
            entry("gz", "application/gzip"),
            entry("tar", "application/x-tar"),
            entry("swf", "application/x-shockwave-flash"),
            entry("ps", "application/postscript"),
            entry("ai", "application/postscript"),
            entry("eps", "application/postscript"),
            entry("m3u8", "application/vnd.apple.mpegurl"),
            entry("mpd", "application/dash+xml"),
            entry("svg", "image/svg+xml"),
            entry("png", "image/png"),
            entry("jpg", "image/jpeg"),
            entry("jpeg", "image/jpeg"),
            entry("gif", "image/gif"),
            entry("webp", "image/webp"),
            entry("avif", "image/avif"),
            entry("tif", "image/tiff"),
            entry("tiff", "image/tiff"),
            entry("bmp", "image/bmp"),
            entry("ico", "image/vnd.microsoft.icon"),
            entry("psd", "image/vnd.adobe.photoshop"),
            entry("mp3", "audio/mpeg"),
            entry("m4a", "audio/mp4"),
            entry("ogg", "audio/ogg"),
            entry("wav", "audio/wav"),
            entry("flac", "audio/flac"),
            entry("mp4", "video/mp4"),
            entry("m4v", "video/mp4"),
            entry("m4s", "video/mp4"),
            entry("webm", "video/webm"),
            entry("ogv", "video/ogg"),
            entry("mov", "video/quicktime"),
            entry("avi", "video/x-msvideo"),
            entry("flv", "video/x-flv"),
            entry("ts", "video/mp2t"),
            entry("gltf", "model/gltf+json"),
            entry("glb", "model/gltf-binary"),
            entry("usdz", "model/vnd.usdz+zip"),
            entry("woff", "font/woff"),
            entry("woff2", "font/woff2"),
            entry("ttf", "font/ttf"),
            entry("otf", "font/otf"));
    // @formatter:on

    /** The media type of a file, by the suffix of its name. */
    static String of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_SUFFIX.getOrDefault(suffix, UNKNOWN);
    }
}
