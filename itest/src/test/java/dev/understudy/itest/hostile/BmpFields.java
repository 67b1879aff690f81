package dev.understudy.itest.hostile;

import java.util.List;
import java.util.stream.Stream;

/** Windows bitmaps: two headers of fixed form. */
final class BmpFields implements FormatFields {

    @Override
    public List<Field> lengths(byte[] file) {
        // the file, the samples' start, the header, planes, bits, compression, the samples, colors used and important
        Stream<Field> words = Stream.of(2, 10, 14, 30, 34, 46, 50).map(offset -> new Field(offset, 4, false));
        return Stream.concat(words, Stream.of(new Field(26, 2, false), new Field(28, 2, false)))
                .toList();
    }

    @Override
    public List<Field> sizes(byte[] file) {
        return List.of(new Field(18, 4, false), new Field(22, 4, false));
    }
}
