package dev.fortnight.check;

import dev.fortnight.note.DataSet;

/** A table that may be published: it can be read, and nothing in it points to a person. */
public final class CheckedData implements Checked<DataSet> {

  private final DataSet data;

  CheckedData(DataSet data) {
    this.data = data;
  }

  @Override
  public DataSet content() {
    return data;
  }

  /** Where its page stands. */
  public String address() {
    return "data/" + data.name() + "/";
  }

  /** Where it can be downloaded. */
  public String file() {
    return data.path();
  }
}
