package dev.understudy.errors.text;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;

/** Failures whose messages and causes are full of files, classes and addresses. */
final class SampleFailures {

    private SampleFailures() {}

    static Stream<Failure> revealing() {
        Throwable file = new NoSuchFileException("/srv/images/shop/drum.jpg");
        Throwable address = new IOException("connect to 10.1.2.3:8080 failed", file);
        return Stream.of(
                new Failure.Missing("/srv/images/shop/drum.jpg", true),
                new Failure.Missing("C:\\images\\drum.jpg", false),
                new Failure.Unreadable("/srv/images/shop/drum.jpg", file),
                new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "/srv/drum.jpg", "java.io.EOFException", file),
                new Failure.Corrupt(FailureKind.PROFILE_CORRUPT, "/srv/drum.icc", "no ICC profile", null),
                new Failure.Unreadable(
                        FailureKind.STATIC_UNREADABLE, "/srv/static/style.css", "is not text in UTF-8", file),
                new Failure.StaticMissing("/srv/static/style.css"),
                new Failure.InvalidParameter("wid", "</script><script>alert(1)</script>", "1 or more"),
                new Failure.Malformed("'{' at 10.1.2.3"),
                new Failure.Unsupported("java.lang.UnsupportedOperationException"),
                new Failure.UnsupportedSource(
                        FailureKind.SOURCE_UNSUPPORTED, "/srv/images/shop/drum.tif", "9 bits a sample"),
                new Failure.UnsupportedSource(
                        FailureKind.SVG_UNSUPPORTED, "/srv/images/shop/badge.svg", "not drawn yet"),
                new Failure.TooLarge("/srv/images/wall.tif of 90000 x 90000", "MaxPix"),
                new Failure.Refused("the address filter does not allow 10.1.2.3"),
                new Failure.SlowRule("shop", "10.1.2.3", 5000),
                new Failure.Missing("/srv/images/shop/badge.svg", true),
                new Failure.Missing("/srv/images/shop/badge.svg", false),
                new Failure.Corrupt(FailureKind.FONT_CORRUPT, "/srv/fonts/NotoSans.ttf", "sun.font.TrueTypeFont", file),
                new Failure.Foreign("http://10.1.2.3:8080/a.jpg", address),
                new Failure.Foreign("[fe80::1%eth0]: javax.net.ssl.SSLException", address),
                new Failure.NotSaved("/srv/saved/hat.jpg", "there is no folder /srv/saved", file),
                new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, "/srv/images is gone", file),
                new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "no permit on image1.example.com", file),
                new Failure.SecondaryFailure(FailureKind.SECONDARY_UNREACHABLE, "http://10.1.2.3:8080", address),
                new Failure.SecondaryFailure(
                        FailureKind.SECONDARY_TIMEOUT, "secondary.example.com:8080 is slow", address),
                new Failure.SecondaryFailure(FailureKind.SECONDARY_BROKEN, "junk from secondary.example.com", address),
                new Failure.SecondaryFailure(
                        FailureKind.SECONDARY_BUSY, "320 requests wait for 10.1.2.3:8080", address),
                new Failure.SecondaryFailure(FailureKind.SECONDARY_DOWN, "http://10.1.2.3:8080 is not asked", null),
                new Failure.SecondaryFailure(FailureKind.SECONDARY_PATH, "shop/a|b cannot be sent to 10.1.2.3", null),
                new Failure.Internal(new IllegalStateException("dev.understudy.engine.Bug", address)));
    }
}
