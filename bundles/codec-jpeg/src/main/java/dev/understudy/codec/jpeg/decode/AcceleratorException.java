package dev.understudy.codec.jpeg.decode;

/** An accelerator has not decoded a frame. If the frame is sound, the accelerator is to blame. */
public final class AcceleratorException extends Exception {

    private static final long serialVersionUID = 1L;

    public AcceleratorException(String message) {
        super(message);
    }

    public AcceleratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
