"""The headings of the small files of invented people that these tests place and take."""

HEAD = (
    "Account Number,Client,Balance,Principal,First Name,Last Name,DOB,SSN Last 4,Address,City,State,Zip,Phone"
)
RECORD_HEAD = "Voter ID,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"
