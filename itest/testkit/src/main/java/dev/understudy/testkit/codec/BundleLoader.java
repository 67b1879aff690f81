package dev.understudy.testkit.codec;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Loads a codec and the libraries that it carries anew, as a bundle's class loader does; everything else is shared. */
public final class BundleLoader extends URLClassLoader {

    private final List<String> own;

    /** A loader for the classes of the class path whose names begin with one of {@code own}. */
    public BundleLoader(String... own) {
        super(
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(BundleLoader::url)
                        .toArray(URL[]::new),
                BundleLoader.class.getClassLoader());
        this.own = List.of(own);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (own.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public URL getResource(String name) {
        return findResource(name);
    }
}
