package dev.understudy.levels.file;

import java.nio.file.Path;
import java.util.Random;

/** A process that writes levels until it is killed, and a dot to its output for each. */
final class LevelWriter {

    static final int LEVELS = 20;

    private LevelWriter() {}

    public static void main(String[] arguments) {
        FileLevels levels = LevelFixture.open(Path.of(arguments[0]));
        Random random = new Random();
        while (true) {
            int number = random.nextInt(LEVELS);
            levels.keep(LevelFixture.key(number), LevelFixture.level(number, false));
            System.out.write('.');
            System.out.flush();
        }
    }
}
