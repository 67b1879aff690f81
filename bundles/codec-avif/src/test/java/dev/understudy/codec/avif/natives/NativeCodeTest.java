package dev.understudy.codec.avif.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.codec.avif.Av1;
import dev.understudy.codec.avif.AvifCodec;
import dev.understudy.codec.avif.NativeAvif;
import dev.understudy.image.Codec;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.testkit.codec.BundleLoader;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncodeOptionsFixture;
import dev.understudy.testkit.codec.LibraryCopies;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeCodeTest {

    @BeforeAll
    static void nativeCodeRuns() {
        NativeAvif.codec();
    }

    @Test
    void withoutLibrariesThereIsNoAvif() {
        assertNull(NativeCode.load(() -> {
            throw new UnsatisfiedLinkError("libudev.so.1: cannot open shared object file: No such file or directory");
        }));
        assertNull(NativeCode.load(() -> {
            throw new IOException("no space left on device");
        }));
    }

    /** What an update of the bundle does: the new class loader comes while the old one is still in use. */
    @Test
    void twoClassLoadersUseItSideBySide() throws Exception {
        LibraryCopies before = LibraryCopies.now("understudy-avif-");
        try (BundleLoader first = loader();
                BundleLoader second = loader()) {
            Codec old = codec(first);
            Codec renewed = codec(second);
            assertNotSame(old.getClass(), renewed.getClass());
            for (Codec codec : new Codec[] {old, renewed, old}) {
                use(codec);
            }
        }
        before.assertNoOthers();
    }

    @Test
    void aClassLoaderThatIsDoneWithIsCollected() throws Exception {
        WeakReference<ClassLoader> loader = useAndForget();
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(loader.get());
        use(NativeAvif.codec());
    }

    private static WeakReference<ClassLoader> useAndForget() throws Exception {
        try (BundleLoader loader = loader()) {
            use(codec(loader));
            return new WeakReference<>(loader);
        }
    }

    private static void use(Codec codec) throws Exception {
        Encoder encoder = codec.encoders().get(0);
        EncodeOptionsFixture options = new EncodeOptionsFixture(encoder);
        for (var option : new EncodeOptions[] {options.plain(), options.fullChroma()}) {
            try (BytesSource source = new BytesSource(encoder.encode(TestImage.rgba(), option))) {
                assertEquals(
                        TestImage.WIDTH,
                        codec.decoders()
                                .get(0)
                                .decode(source, DecodeRequest.WHOLE)
                                .pixels()
                                .width());
            }
        }
    }

    private static BundleLoader loader() {
        return new BundleLoader("dev.understudy.codec.", "org.bytedeco.");
    }

    private static Codec codec(BundleLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(AvifCodec.class.getName());
        assertSame(loader, type.getClassLoader());
        Object av1 =
                loader.loadClass(NativeCode.class.getName()).getMethod("av1").invoke(null);
        return (Codec)
                type.getConstructor(loader.loadClass(Av1.class.getName())).newInstance(av1);
    }
}
