"""What a report alone can say of a text: that something was abolished, was kept, or was so before."""
