package dev.fortnight.topic.github;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Keeps an answer in memory as long as it is no larger than any page of GitHub's can be. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

  /** A hundred issues of 65,536 characters of four bytes, the longest GitHub takes, are 26 MB. */
  static final int MOST_BYTES = 32 * 1024 * 1024;

  /** The answer was larger. */
  static final class TooLargeException extends IOException {}

  private final HttpResponse.BodySubscriber<byte[]> whole =
      HttpResponse.BodySubscribers.ofByteArray();
  private Flow.Subscription subscription;
  private long count;
  private boolean isOver;

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    whole.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (isOver) {
      return;
    }
    count += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (count > MOST_BYTES) {
      isOver = true;
      subscription.cancel();
      whole.onError(new TooLargeException());
    } else {
      whole.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!isOver) {
      whole.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!isOver) {
      whole.onComplete();
    }
  }
}
