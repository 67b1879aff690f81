package dev.understudy.source.osgi;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootFolders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** The files of the server's root folders as a service. */
@Component(configurationPid = "dev.understudy.source")
@Designate(ocd = SourceSettings.class)
public final class FileSourceComponent implements SourceAccess {

    private final SourceAccess files;

    @Activate
    public FileSourceComponent(SourceSettings settings) {
        RootFolders roots = RootFolders.parse(settings.image_rootPath(), settings.staticContent_rootPath());
        roots.announce(LoggerFactory.getLogger("dev.understudy.startup"));
        files = new FileSourceAccess(roots);
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return files.stamp(key);
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        return files.open(key);
    }
}
